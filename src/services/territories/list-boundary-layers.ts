import type { boundariesOperations } from '#contract/boundaries.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { listLayers, type BoundaryLayerRow } from '#database/territories/boundary-store.ts';
import type { Context } from '../context.ts';
import { getMapCountry } from './country-of-maps.ts';

type Operation = typeof boundariesOperations.listBoundaryLayers;

/** The boundary layers of a country, newest first. */
export async function listBoundaryLayers(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const rows = await inScope(context.database, context.actor.scope, async (tx) => {
    const country = await getMapCountry(tx, input.country);
    return listLayers(tx, country.code, { after: input.after ?? null, limit: input.limit });
  });
  const shown = rows.slice(0, input.limit);
  return { items: shown.map(showLayer), next: rows.length > input.limit ? (shown.at(-1)?.id ?? null) : null };
}

/** A layer as the API shows it. */
export function showLayer(row: BoundaryLayerRow) {
  return { ...row, loadedAt: row.loadedAt.toISOString() };
}
