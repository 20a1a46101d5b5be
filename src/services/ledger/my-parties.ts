import { findOwnParties } from '#database/ledger/own-party-views.ts';
import { mayActFor } from '#domain/access/acting-for.ts';
import { heldParties } from '#domain/commitments/held-parties.ts';
import type { Context, Transaction } from '../context.ts';

/**
 * Those for whom whoever asks acts: by their roles; where they may act for it, the organisation that they belong to or hold an office
 * in; and for a municipal coordinator whose role names none the authority of the territory. So that the work of an office is there for who comes, on the day.
 */
export async function myParties(tx: Transaction, { actor, now }: Context): Promise<string[]> {
  if (actor.kind !== 'account') return [];
  const coordinated = actor.roles.filter(
    ({ role, organisationId }) => role === 'municipal-coordinator' && organisationId === null,
  );
  const own = await findOwnParties(tx, {
    accountId: actor.accountId,
    personId: actor.personId,
    governed: coordinated.map(({ territoryId }) => territoryId),
    now,
  });
  const acted = own.filter(({ id, territoryId }) =>
    mayActFor(actor, { kind: 'organisation', id, territoryId }),
  );
  return [...new Set([...heldParties(actor), ...acted.map(({ id }) => id)])];
}
