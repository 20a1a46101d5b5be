import { findHomeOrganisation } from '#database/ledger/ledger-views.ts';
import { mayActFor } from '#domain/access/acting-for.ts';
import { heldParties } from '#domain/commitments/held-parties.ts';
import type { Context, Transaction } from '../context.ts';

/** Those for whom whoever asks acts: by their roles, and the organisation that they belong to where they may act for it. */
export async function myParties(tx: Transaction, { actor }: Context): Promise<string[]> {
  if (actor.kind !== 'account') return [];
  const home = await findHomeOrganisation(tx, actor.accountId);
  const own =
    home && mayActFor(actor, { kind: 'organisation', id: home.id, territoryId: home.territory_id })
      ? [home.id]
      : [];
  return [...new Set([...heldParties(actor), ...own])];
}
