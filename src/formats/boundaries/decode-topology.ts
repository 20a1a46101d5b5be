import { feature } from 'topojson-client';
import type { Feature, GeometryCollection as Collected } from 'geojson';
import type { GeometryObject, Properties, Topology } from 'topojson-specification';
import { refuse } from '#domain/territories/boundary-refusals.ts';
import { maximumFeatures, maximumPositions } from './boundary-file.ts';

type Shape = GeometryObject<Properties>;

type Decoded = { readonly features: readonly Feature[]; readonly layer: string };

const deepestNesting = 8;

/** The features of one object of a topology: of the one named, or of the only one that has areas. */
export function decodeTopology(topology: Topology, wanted: string | null): Decoded {
  if (!Array.isArray(topology.arcs) || typeof topology.objects !== 'object' || topology.objects === null) {
    throw refuse('boundaries.broken-topology');
  }
  const layer = chooseLayer(topology, wanted);
  const geometries = partsOf(topology.objects[layer], 0);
  if (geometries.length === 0) throw refuse('boundaries.no-features');
  if (geometries.length > maximumFeatures) {
    throw refuse('boundaries.too-large', { values: { limit: maximumFeatures, unit: 'features' } });
  }
  refuseRepetition(topology, geometries);
  try {
    return { features: geometries.map((geometry) => decodeOne(topology, geometry)), layer };
  } catch {
    throw refuse('boundaries.broken-topology');
  }
}

function chooseLayer(topology: Topology, wanted: string | null): string {
  const names = Object.keys(topology.objects);
  if (wanted !== null) {
    if (names.includes(wanted)) return wanted;
    throw refuse('boundaries.unknown-layer', { values: { layer: wanted, layers: names.join(', ') } });
  }
  const withAreas = names.filter((name) => partsOf(topology.objects[name], 0).some(isArea));
  if (withAreas.length > 1)
    throw refuse('boundaries.several-layers', { values: { layers: withAreas.join(', ') } });
  const only = withAreas[0] ?? names[0];
  if (only === undefined) throw refuse('boundaries.no-features');
  return only;
}

const isArea = (geometry: Shape) => geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';

/** An object is one geometry or a collection of them; only the outermost collections are taken apart. */
function partsOf(object: Shape | undefined, depth: number): Shape[] {
  if (typeof object !== 'object' || object === null || depth > deepestNesting) return [];
  if (object.type !== 'GeometryCollection' || object.properties !== undefined) return [object];
  return (object.geometries ?? []).flatMap((part: Shape) => partsOf(part, depth + 1));
}

/** A small file may name one long arc a million times: counted before anything is unfolded. */
function refuseRepetition(topology: Topology, geometries: readonly Shape[]): void {
  let positions = 0;
  const pending: unknown[] = geometries.map((geometry) => ('arcs' in geometry ? geometry.arcs : []));
  while (pending.length > 0) {
    const next = pending.pop();
    if (Array.isArray(next)) for (const part of next) pending.push(part);
    else if (typeof next === 'number') positions += topology.arcs[next < 0 ? ~next : next]?.length ?? 0;
    if (positions > maximumPositions || pending.length > maximumPositions) {
      throw refuse('boundaries.too-large', { values: { limit: maximumPositions, unit: 'positions' } });
    }
  }
}

type OneOrMany = Feature | { readonly type: 'FeatureCollection'; readonly features: readonly Feature[] };

function decodeOne(topology: Topology, geometry: Shape): Feature {
  // What the library gives depends on the geometry's type; its own types cannot say so for one of any type.
  const decoded = feature(topology, geometry as never) as unknown as OneOrMany;
  if (decoded.type === 'Feature') return decoded;
  const collected: Collected = {
    type: 'GeometryCollection',
    geometries: decoded.features.map((part) => part.geometry),
  };
  return {
    type: 'Feature',
    id: geometry.id ?? '',
    properties: geometry.properties ?? {},
    geometry: collected,
  };
}
