import { findAuthorities, findOwnOrganisations } from '#database/commitments/party-views.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Transaction } from '../context.ts';

/**
 * The organisations that whoever acts belongs to beside what roles say: the person's own, those where a post is held, and for
 * a municipal coordinator the authority of the territory, whose officer that is.
 */
export async function ownOrganisationsOf(tx: Transaction, actor: Actor, today: string): Promise<string[]> {
  if (actor.kind !== 'account') return [];
  const governed = actor.roles.filter(({ role }) => role === 'municipal-coordinator');
  const own = await findOwnOrganisations(tx, actor.personId, today);
  const authorities = await findAuthorities(
    tx,
    governed.map(({ territoryId }) => territoryId),
  );
  return [...own, ...authorities];
}
