import type { Problem } from '#domain/shared/refusal.ts';
import { joinBoundaries, type BoundaryJoin } from '#domain/territories/boundary-join.ts';
import { joinBestLevel, type LeveledTerritory, type LevelJoin } from '#domain/territories/boundary-level.ts';
import { refuse } from '#domain/territories/boundary-refusals.ts';
import type { BoundaryFeature, BoundaryFile } from './boundary-file.ts';
import { buildTopology, type BuiltTopology } from './build-topology.ts';
import { boxHolds, boxOf, positionsOf, widen, type Position } from './geometry.ts';
import { readBoundaries, type ReadingOptions } from './read-boundaries.ts';

export type LayerTerritory = LeveledTerritory & { readonly point: Position | null };

/** What is needed to make a layer of a file: plain data, so that it can be handed to another thread. */
export type LayerRequest = {
  readonly bytes: Uint8Array;
  readonly reading: ReadingOptions;
  readonly territories: readonly LayerTerritory[];
  readonly kindWords: readonly string[];
  readonly level: number | null;
  readonly accepted: readonly string[];
};

export type PreparedLayer = {
  readonly level: number;
  readonly file: Omit<BoundaryFile, 'features' | 'repairs' | 'broken'> & { readonly features: number };
  readonly join: BoundaryJoin;
  readonly repairs: readonly {
    readonly code: string;
    readonly features: readonly number[];
    readonly count: number;
  }[];
  readonly broken: readonly Problem[];
  /** Territories whose known point lies well outside the shape they were given: a sign of wrong codes. */
  readonly farFromPoint: readonly { readonly territoryId: number; readonly km: number }[];
  /** What the features joined by an alias are called in the file. */
  readonly labels: Readonly<Record<number, string>>;
  readonly built: BuiltTopology | null;
};

/** Reads a file, joins it to the territories of one level and makes the topology that would be stored. */
export function prepareLayer(request: LayerRequest): PreparedLayer {
  const file = readBoundaries(request.bytes, request.reading);
  const { level, join } = joinLevel(file, request);
  const byNumber = new Map(file.features.map((feature) => [feature.number, feature]));
  const shapes = join.matches.map(({ territoryId, features }) => ({
    id: territoryId,
    geometry: features.flatMap((number) => byNumber.get(number)?.geometry ?? []),
  }));
  const points = new Map(request.territories.map(({ id, point }) => [id, point]));
  return {
    level,
    file: {
      features: file.features.length + file.broken.length,
      positions: file.positions,
      encoding: file.encoding,
      layer: file.layer,
      convertedFrom: file.convertedFrom,
      swapped: file.swapped,
    },
    join,
    repairs: gatherRepairs(file.repairs),
    broken: file.broken.slice(0, 200),
    farFromPoint: shapes.flatMap(({ id, geometry }) => {
      const point = points.get(id);
      const km = point ? distanceToBox(point, geometry) : 0;
      return km > farKm ? [{ territoryId: id, km: Math.round(km) }] : [];
    }),
    labels: labelsOf(file.features, join),
    built: shapes.length > 0 ? buildTopology(shapes) : null,
  };
}

function joinLevel(file: BoundaryFile, { territories, kindWords, level, accepted }: LayerRequest): LevelJoin {
  const yes = new Set(accepted);
  if (level === null) {
    const best = joinBestLevel(file.features, territories, kindWords, yes);
    if (best) return best;
    throw refuse('boundaries.no-such-level');
  }
  const ofLevel = territories.filter((territory) => territory.level === level);
  if (ofLevel.length === 0) throw refuse('boundaries.no-such-level', { values: { level } });
  return { level, join: joinBoundaries(file.features, ofLevel, kindWords, yes) };
}

const farKm = 25;
const kmPerDegree = 111.2;

/** How far a point lies outside the box around a shape; points are given to some hundred metres. */
function distanceToBox([x, y]: Position, geometry: BoundaryFeature['geometry']): number {
  const box = boxOf(positionsOf(geometry));
  if (!box || boxHolds(widen(box, 0.05), [x, y])) return 0;
  const east = Math.max(box.west - x, 0, x - box.east) * Math.cos((y * Math.PI) / 180);
  const north = Math.max(box.south - y, 0, y - box.north);
  return Math.hypot(east, north) * kmPerDegree;
}

const mostNamed = 50;

function gatherRepairs(repairs: readonly Problem[]): PreparedLayer['repairs'] {
  const codes = [...new Set(repairs.map((repair) => repair.code))].toSorted();
  return codes.map((code) => {
    const features = repairs.filter((repair) => repair.code === code).map((repair) => repair.row ?? 0);
    return { code, features: features.slice(0, mostNamed), count: features.length };
  });
}

function labelsOf(
  features: readonly BoundaryFeature[],
  { keys, matches }: BoundaryJoin,
): Record<number, string> {
  const wanted = new Set(matches.filter((match) => match.by === 'alias').flatMap((match) => match.features));
  const name = keys.name;
  const labels = features.flatMap(({ number, properties }) =>
    wanted.has(number) && name !== null ? [[number, String(properties[name] ?? '')] as const] : [],
  );
  return Object.fromEntries(labels);
}
