import type { boundariesOperations } from '#contract/boundaries.ts';
import type { FileAnswer, InputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import {
  findCurrentLayer,
  getTopology,
  type BoundaryLayerRow,
} from '#database/territories/boundary-store.ts';
import { listMapTerritories, type MapTerritory } from '#database/territories/map-views.ts';
import { refuse } from '#domain/territories/boundary-refusals.ts';
import { referenceOf } from '#domain/territories/references.ts';
import type { AreaTopology } from '#formats/boundaries/build-topology.ts';
import { writeGeoJson, writeTopoJson, type AreaProperties } from '#formats/boundaries/write-boundaries.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { getMapCountry } from './country-of-maps.ts';

type Operation = typeof boundariesOperations.exportBoundaries;

/** The current boundaries of a level as a file; says in every feature whether it is approximate, and whose it is. */
export async function exportBoundaries(context: Context, input: InputOf<Operation>): Promise<FileAnswer> {
  const { layer, topology, territories } = await inScope(
    context.database,
    context.actor.scope,
    async (tx) => {
      const country = await getMapCountry(tx, input.country);
      const current = await findCurrentLayer(tx, country.code, input.level);
      if (!current)
        throw refuse('boundaries.no-map', { values: { reference: country.code, level: input.level } });
      return {
        layer: current,
        topology: (await getTopology(tx, current.id)) as AreaTopology,
        territories: await listMapTerritories(tx, country.code, await todayOf(tx, context, country.code)),
      };
    },
  );
  const properties = new Map(
    territories
      .filter((territory) => territory.level === input.level)
      .map((territory) => [territory.id, propertiesOf(territory, layer)]),
  );
  const isTopology = input.format === 'topojson';
  const text = isTopology ? writeTopoJson(topology, properties) : writeGeoJson(topology, properties);
  return {
    fileName: `${input.country}-${input.level}.${input.format}`,
    mediaType: isTopology ? 'application/json' : 'application/geo+json',
    bytes: new TextEncoder().encode(text),
  };
}

function propertiesOf(territory: MapTerritory, layer: BoundaryLayerRow): AreaProperties {
  return {
    reference: referenceOf(layer.country, territory.code),
    code: territory.code,
    name: territory.name,
    kind: territory.kind,
    iso_code: territory.isoCode,
    approximate: layer.approximate,
    source: layer.source ?? layer.title,
    licence: layer.licence,
  };
}
