import type { OutputOf } from '#contract/operation.ts';
import type { boundariesOperations } from '#contract/boundaries.ts';
import type { MapTerritory } from '#database/territories/map-views.ts';
import { referenceOf } from '#domain/territories/references.ts';
import type { PreparedLayer } from '#formats/boundaries/prepare-layer.ts';
import type { BoundaryGround } from './country-of-maps.ts';

export type BoundaryReport = OutputOf<typeof boundariesOperations.importBoundaries>;
export type BoundaryQuestion = BoundaryReport['questions'][number];

/** What a layer would do, or did, in names that people know. */
export function reportLayer(
  prepared: PreparedLayer,
  ground: BoundaryGround,
  open: BoundaryQuestion[],
): BoundaryReport {
  const { join } = prepared;
  return {
    applied: false,
    layerId: null,
    country: ground.country.code,
    level: prepared.level,
    file: prepared.file,
    keys: { ...join.keys, parents: [...join.keys.parents] },
    matched: join.matches.length,
    territories: ground.territories.filter((territory) => territory.level === prepared.level).length,
    matchedBy: Object.fromEntries(
      [...Map.groupBy(join.matches, (match) => match.by)].map(([by, matches]) => [by, matches.length]),
    ),
    unmatched: [...join.unmatched],
    ...reportDoubts(prepared, ground),
    repairs: prepared.repairs.map(({ code, features, count }) => ({ code, features: [...features], count })),
    broken: prepared.broken.map(({ code, row }) => ({ code, ...(row === undefined ? {} : { row }) })),
    questions: open,
    gzipBytes: prepared.built?.gzipBytes ?? 0,
    omittedParts: prepared.built?.omittedParts ?? 0,
  };
}

/** Whatever a person should look at before believing the join. */
function reportDoubts({ join, labels, farFromPoint }: PreparedLayer, ground: BoundaryGround) {
  const named = (territoryId: number) => nameTerritory(ground, territoryId);
  const byAlias = join.matches.filter((match) => match.by === 'alias');
  return {
    byAlias: byAlias.flatMap(({ territoryId, features }) =>
      features.map((feature) => ({ feature, label: labels[feature] ?? '', ...named(territoryId) })),
    ),
    ambiguous: join.ambiguous.map(({ feature, label, territoryIds }) => ({
      feature,
      label,
      candidates: territoryIds.map(named),
    })),
    repeated: join.repeated.map(({ territoryId, features }) => ({
      ...named(territoryId),
      features: [...features],
    })),
    lostZeros: join.lostZeros.map(({ feature, given, territoryId }) => ({
      feature,
      given,
      code: rowOf(ground, territoryId).code,
      ...named(territoryId),
    })),
    nameDiffers: join.nameDiffers.map(({ feature, label, territoryId }) => ({
      feature,
      label,
      ...named(territoryId),
    })),
    farFromPoint: farFromPoint.map(({ territoryId, km }) => ({ ...named(territoryId), km })),
    withoutShape: join.withoutShape.map(named),
  };
}

/** The questions that a layer asks and that nobody has answered. */
export function openQuestions(prepared: PreparedLayer, answered: readonly string[]): BoundaryQuestion[] {
  const { join, broken } = prepared;
  const asked: BoundaryQuestion[] = [
    ...(join.lostZeros.length > 0 ? (['lost-zeros'] as const) : []),
    ...(join.repeated.length > 0 ? (['repeated-features'] as const) : []),
    ...(broken.length > 0 ? (['broken-features'] as const) : []),
  ];
  return asked.filter((question) => !answered.includes(question));
}

function rowOf(ground: BoundaryGround, territoryId: number): MapTerritory {
  const row = ground.rows.get(territoryId);
  if (!row) throw new Error(`joined to territory ${territoryId}, which was not asked about`);
  return row;
}

function nameTerritory(ground: BoundaryGround, territoryId: number): { reference: string; name: string } {
  const row = rowOf(ground, territoryId);
  return { reference: referenceOf(ground.country.code, row.code), name: row.name };
}
