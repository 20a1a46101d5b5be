import { hasSharingAgreement } from '#database/values/question-views.ts';
import { mayDo } from '#domain/access/permissions.ts';
import type { Audience } from '#domain/values/protection.ts';
import type { Context, Transaction } from '../context.ts';

/**
 * As whom somebody reads the figures of a territory: who keeps figures there sees them as they are; a party to an agreement in force to share
 * information sees more than everyone.
 */
export async function audienceOf(
  tx: Transaction,
  context: Pick<Context, 'actor'>,
  at: { readonly territoryId: number; readonly today: string },
): Promise<Audience> {
  const { actor } = context;
  if (mayDo(actor, 'see-figures', { territoryId: at.territoryId })) return 'keeper';
  if (actor.kind !== 'account') return 'public';
  const parties = actor.roles.flatMap((held) => [held.organisationId, held.structureId]);
  const isParty = await hasSharingAgreement(
    tx,
    parties.filter((id) => id !== null),
    at,
  );
  return isParty ? 'party' : 'public';
}
