import type { PartyRow } from '#database/commitments/party-views.ts';
import { lookUp } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';

/** Shows organisations and structures to choose from, each with its territory. */
export async function showChoices(tx: Transaction, context: Context, parties: readonly PartyRow[]) {
  const names = await lookUp(tx, context, { territories: parties.map(({ territoryId }) => territoryId) });
  return ({ kind, id, name, shortName, territoryId }: PartyRow) => ({
    kind,
    id,
    name,
    shortName,
    territory: names.place(territoryId),
  });
}
