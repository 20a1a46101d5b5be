import { inScope } from '#database/connection.ts';
import { addLayer, deleteApproximateLayer, findCurrentLayer } from '#database/territories/boundary-store.ts';
import { listMapTerritories } from '#database/territories/map-views.ts';
import { permit } from '#domain/access/permissions.ts';
import { neighboursOf } from '#domain/territories/neighbours.ts';
import { drawApproximateAreas, type ApproximateAreas } from '#formats/boundaries/approximate-areas.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { todayOf } from '../today.ts';
import { getMapCountry } from './country-of-maps.ts';

/** The title under which approximate layers are kept; screens say it in the reader's words. */
export const approximateTitle = 'approximate areas drawn from points';

export type ApproximateSummary = {
  readonly level: number;
  readonly areas: number;
  readonly dots: number;
  readonly withoutShape: number;
  readonly gzipBytes: number;
};

/**
 * Draws approximate areas for every level of a country and stores them, except where boundaries were imported: these stay.
 * Done when a pack is loaded (a third of a second for 700 points), never on a request.
 */
export async function prepareApproximateAreas(
  context: Context,
  country: string,
  onProgress?: (done: number, total: number) => void,
): Promise<ApproximateSummary[]> {
  const scope = context.actor.scope;
  const territories = await inScope(context.database, scope, async (tx) => {
    const { base } = await getMapCountry(tx, country);
    permit(context.actor, 'edit-territory', { territoryId: base });
    return listMapTerritories(tx, country, await todayOf(tx, context, country));
  });
  const drawn = drawApproximateAreas(territories, { onProgress });
  return inScope(context.database, scope, (tx) => storeLevels(tx, country, drawn));
}

async function storeLevels(
  tx: Transaction,
  country: string,
  drawn: ApproximateAreas,
): Promise<ApproximateSummary[]> {
  const summaries: ApproximateSummary[] = [];
  for (const { level, topology, dots, withoutShape, gzipBytes } of drawn.levels) {
    const areas = topology.objects.areas.geometries.length;
    const current = await findCurrentLayer(tx, country, level);
    if (areas === 0 || (current && !current.approximate)) continue;
    await deleteApproximateLayer(tx, country, level);
    await addLayer(tx, {
      id: newId(),
      country,
      level,
      approximate: true,
      title: approximateTitle,
      licence: null,
      note: drawn.outline === 'world-atlas' ? 'outline: Natural Earth 1:10m (public domain)' : null,
      topology,
      neighbours: neighboursOf(topology.objects.areas.geometries),
      report: { outline: drawn.outline, dots, withoutShape },
      accountId: null,
    });
    summaries.push({ level, areas, dots: dots.length, withoutShape: withoutShape.length, gzipBytes });
  }
  return summaries;
}
