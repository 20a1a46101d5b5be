import { inScope, type Transaction } from '#database/connection.ts';
import type { InvitationDraft } from '#domain/access/invitation-rows.ts';
import { permitSomewhere } from '#domain/access/permissions.ts';
import { refuse } from '#domain/access/refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import type { FoundPlace } from '#database/access/account-views.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';
import { recordAll, type Deed } from '../audit/record.ts';
import { newId } from '../new-id.ts';
import { makeAccount } from './make-account.ts';
import { makeInvitation, type Delivery } from './make-invitation.ts';
import { asNameTaken } from './name-taken.ts';
import { readInvitations } from './read-invitations.ts';

type Operation = typeof accessOperations.inviteFromTable;

/** Gives everybody in a table an account, a role and an invitation: all of them in one transaction, or none. */
export async function inviteFromTable(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  permitSomewhere(context.actor, 'invite');
  if (input.channel === 'mail' && context.installation.mail === null) throw refuse('access.no-mail-here');
  const batchId = newId();
  const deliveries = await asNameTaken(() =>
    inScope(context.database, context.actor.scope, async (tx) => {
      const { place, judged, problems } = await readInvitations(tx, context, input);
      if (problems.length > 0) throw refuseShared('shared.invalid', { problems });
      const made: Delivery[] = [];
      const deeds: Deed[] = [];
      for (const { draft } of judged) {
        if (!draft) continue;
        const one = await inviteOne(tx, context, draft, { place, batchId, channel: input.channel });
        made.push(one.delivery);
        deeds.push(...one.deeds);
      }
      await recordAll(tx, context, deeds);
      return made;
    }),
  );
  return { batchId, invited: deliveries.length, deliveries };
}

async function inviteOne(
  tx: Transaction,
  context: Context,
  draft: InvitationDraft,
  how: { place: FoundPlace; batchId: string; channel: InputOf<Operation>['channel'] },
): Promise<{ delivery: Delivery; deeds: readonly Deed[] }> {
  const { name, username, phone, email } = draft;
  const { territoryId } = draft.place;
  const organisationId = draft.organisation?.id ?? null;
  const { accountId, deeds } = await makeAccount(
    tx,
    context,
    {
      personId: draft.personId,
      name,
      username,
      phone,
      email,
      language: context.language,
      country: how.place.country,
      territoryId,
      organisationId,
      role: {
        grant: { role: draft.role, territoryId, organisationId, structureId: null },
        validFrom: how.place.today,
        validTo: null,
      },
    },
    'inviteFromTable',
  );
  const invited = {
    id: accountId,
    name,
    username,
    email,
    language: context.language,
    territoryId,
    organisationId,
  };
  const delivery = await makeInvitation(tx, context, invited, { channel: how.channel, batchId: how.batchId });
  return { delivery, deeds };
}
