import type { boundariesOperations } from '#contract/boundaries.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { findLayer, makeCurrent } from '#database/territories/boundary-store.ts';
import { permit } from '#domain/access/permissions.ts';
import { refuse } from '#domain/territories/boundary-refusals.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { getMapCountry } from './country-of-maps.ts';
import { showLayer } from './list-boundary-layers.ts';

type Operation = typeof boundariesOperations.restoreBoundaryLayer;

/** Takes an import back: the layer named becomes the one that maps are drawn from. */
export async function restoreBoundaryLayer(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const layer = await findLayer(tx, input.id);
    if (!layer) throw refuse('boundaries.layer-not-found');
    const country = await getMapCountry(tx, layer.country);
    permit(context.actor, 'edit-territory', { territoryId: country.base });
    if (layer.current) return showLayer(layer);
    const former = await makeCurrent(tx, layer);
    await record(tx, context, {
      operation: 'restoreBoundaryLayer',
      subjectKind: 'boundary-layer',
      subjectId: layer.id,
      territoryId: country.base,
      organisationId: null,
      before: { currentLayer: former },
      after: { currentLayer: layer.id, level: layer.level, title: layer.title },
    });
    return showLayer({ ...layer, current: true });
  });
}
