import type { Problem } from '#domain/shared/refusal.ts';
import { refuse } from '#domain/territories/boundary-refusals.ts';
import {
  maximumPositions,
  type BoundaryFeature,
  type BoundaryFile,
  type RawFeature,
} from './boundary-file.ts';
import { collectFeatures } from './collect-features.ts';
import { decodeText } from './decode-text.ts';
import { windForDrawing, type Box, type MultiPolygon, type Position } from './geometry.ts';
import { placeOnEarth } from './place-on-earth.ts';
import { readPolygons, type GivenPolygons } from './read-positions.ts';
import { repairPolygon, type RepairCode } from './repair-polygon.ts';

export type ReadingOptions = {
  /** The projection that the person says the file is in; over the one it declares. */
  readonly projection?: string | null;
  /** Which object of a topology. */
  readonly layer?: string | null;
  /** Where the country is: lets swapped axes and another country's file be seen. */
  readonly country?: Box | null;
  /** Latitude stands before longitude, and the person said so. */
  readonly swapAxes?: boolean;
};

type ReadFeature = RawFeature & { readonly polygons: GivenPolygons };

/**
 * Reads a file of boundaries, in any layout of GeoJSON or TopoJSON, compressed or not, into sound shapes in WGS84
 * degrees. What was mended is told; features that cannot be mended are told by their number and left out.
 * @throws Refusal where the file as a whole cannot be used
 */
export function readBoundaries(bytes: Uint8Array, options: ReadingOptions = {}): BoundaryFile {
  const { text, encoding } = decodeText(bytes);
  const collected = collectFeatures(text, options.layer ?? null);
  const broken: Problem[] = [];
  const read: ReadFeature[] = [];
  let positions = 0;
  for (const feature of collected.features) {
    const polygons = readPolygons(feature.geometry);
    if (typeof polygons === 'string') {
      broken.push(faultOf(feature.number, polygons));
      continue;
    }
    positions += countPositions(polygons);
    if (positions > maximumPositions) {
      throw refuse('boundaries.too-large', { values: { limit: maximumPositions, unit: 'positions' } });
    }
    read.push({ ...feature, polygons });
  }
  if (read.length === 0) throw refuse('boundaries.all-broken', { problems: broken.slice(0, 100) });

  const placed = placeOnEarth(
    read.map((feature) => feature.polygons),
    { ...options, declared: collected.declaredProjection },
  );
  const repairs: Problem[] = [];
  const features = read.flatMap((feature, index) => {
    const mended = mendFeature(feature.number, placed.shapes[index] ?? []);
    repairs.push(...mended.repairs);
    broken.push(...mended.broken);
    return mended.geometry.length > 0 ? [asBoundary(feature, mended.geometry)] : [];
  });
  if (features.length === 0) throw refuse('boundaries.all-broken', { problems: broken.slice(0, 100) });
  return {
    features,
    repairs,
    broken: broken.toSorted((one, other) => (one.row ?? 0) - (other.row ?? 0)),
    convertedFrom: placed.convertedFrom,
    swapped: placed.swapped,
    encoding,
    layer: collected.layer,
    positions,
  };
}

const asBoundary = ({ number, id, properties }: RawFeature, geometry: MultiPolygon): BoundaryFeature => ({
  number,
  id,
  properties,
  geometry,
});

const countPositions = (polygons: GivenPolygons): number =>
  polygons.reduce((sum, rings) => sum + rings.reduce((inside, ring) => inside + ring.length, 0), 0);

type Mended = {
  readonly geometry: MultiPolygon;
  readonly repairs: readonly Problem[];
  readonly broken: readonly Problem[];
};

/** One polygon that encloses nothing among many is dropped and told; one that is tangled breaks its feature. */
function mendFeature(number: number, polygons: readonly Position[][][]): Mended {
  const geometry: MultiPolygon = [];
  const counts = new Map<RepairCode | 'empty-part', number>();
  const add = (code: RepairCode | 'empty-part', by: number) => counts.set(code, (counts.get(code) ?? 0) + by);
  let worst: string | null = null;
  for (const polygon of polygons) {
    const repaired = repairPolygon(polygon);
    if ('fault' in repaired) {
      if (repaired.fault === 'tangled-ring')
        return { geometry: [], repairs: [], broken: [faultOf(number, repaired.fault)] };
      worst = repaired.fault;
      add('empty-part', 1);
      continue;
    }
    geometry.push(...repaired.polygons);
    for (const [code, count] of repaired.repairs) add(code, count);
  }
  if (geometry.length === 0)
    return { geometry: [], repairs: [], broken: [faultOf(number, worst ?? 'no-area')] };
  const repairs = [...counts].map(([code, count]) => ({
    code: `boundaries.repair.${code}`,
    row: number,
    values: { count },
  }));
  return { geometry: windForDrawing(geometry), repairs, broken: [] };
}

const faultOf = (row: number, code: string): Problem => ({
  code: `boundaries.${code}`,
  row,
  values: { feature: row },
});
