import { findTerritory, type TerritoryRow } from '#database/territories/write-views.ts';
import { parseReference } from '#domain/territories/references.ts';
import { refuse } from '#domain/territories/refusals.ts';
import type { Transaction } from '../context.ts';

/** The territory that a reference names. @throws Refusal `territories.not-found` */
export async function getPlace(tx: Transaction, reference: string): Promise<TerritoryRow> {
  const parsed = parseReference(reference);
  const found = parsed && (await findTerritory(tx, parsed.country, parsed.code));
  if (!found) throw refuse('territories.not-found', { values: { given: reference } });
  return found;
}

/** The same, where no reference means nothing. */
export async function findPlace(
  tx: Transaction,
  reference: string | undefined,
): Promise<TerritoryRow | null> {
  return reference === undefined ? null : getPlace(tx, reference);
}
