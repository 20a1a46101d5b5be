import { insertRole } from '#database/access/account-store.ts';
import { endRoles, signOutWithoutRole } from '#database/actors/handover-roles-store.ts';
import type { HandoverChange } from '#domain/actors/handover-cancelling.ts';
import type { PlannedRole } from '#domain/actors/handover-roles.ts';
import type { Day } from '#domain/shared/dates.ts';
import { refuse } from '#domain/shared/refusals.ts';
import type { Deed } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';

/**
 * Ends roles for those who leave and grants them to those who come; answers with the deeds to be written down, and with what was
 * changed, so that it can be taken back before the day.
 * Who has no role left is signed out; when the day is still to come, their session will find nothing on that day.
 */
export async function passRoles(
  tx: Transaction,
  context: Context,
  planned: readonly PlannedRole[],
  days: { readonly on: Day; readonly today: Day },
): Promise<{ deeds: Deed[]; changes: HandoverChange[] }> {
  const ending = planned.filter(({ ends }) => ends);
  const ids = ending.map(({ role }) => role.id);
  if ((await endRoles(tx, ids, days.on)) !== ids.length) throw refuse('shared.forbidden');
  const deeds = ending.map(({ role }) =>
    deedOf('endRole', role, { id: role.accountId, personId: role.personId }, [
      { id: role.id, validTo: role.to },
      { id: role.id, validTo: days.on },
    ]),
  );
  const begun = new Map<string, string>();
  for (const { role, outcome, toAccountId, toPersonId } of planned) {
    if (outcome !== 'passes' || toAccountId === null || toPersonId === null) continue;
    const id = newId();
    const { territoryId, organisationId, structureId } = role;
    await insertRole(tx, {
      id,
      accountId: toAccountId,
      role: role.role,
      territoryId,
      organisationId,
      structureId,
      validFrom: days.on,
      validTo: role.to,
      grantedBy: context.actor.kind === 'account' ? context.actor.accountId : null,
      now: context.now,
    });
    begun.set(role.id, id);
    const account = { id: toAccountId, personId: toPersonId };
    deeds.push(deedOf('grantRole', role, account, [null, { id, validFrom: days.on, validTo: role.to }]));
  }
  if (days.on <= days.today) {
    const accounts = [...new Set(ending.map(({ role }) => role.accountId))];
    await signOutWithoutRole(tx, accounts, days.on, context.now);
  }
  const changes = ending.map(({ role }) => ({
    ended: role.id,
    to: role.to,
    begun: begun.get(role.id) ?? null,
  }));
  return { deeds, changes };
}

type Change = Readonly<Record<string, unknown>> | null;

function deedOf(
  operation: 'endRole' | 'grantRole',
  { role, territoryId, organisationId, structureId }: PlannedRole['role'],
  account: { readonly id: string; readonly personId: string },
  [before, after]: readonly [Change, Change],
): Deed {
  const told = (change: Change) =>
    change && { role: { ...change, role, territoryId, organisationId, structureId } };
  return {
    operation,
    subjectKind: 'account',
    subjectId: account.id,
    personId: account.personId,
    territoryId,
    organisationId,
    before: told(before),
    after: told(after),
  };
}
