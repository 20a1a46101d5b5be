import type { Feature, FeatureCollection, MultiPolygon as GeoMultiPolygon, Point } from 'geojson';
import { feature } from 'topojson-client';
import type { AreaTopology } from './build-topology.ts';
import { windForGeoJson, type MultiPolygon } from './geometry.ts';

/** What stands beside a shape in a file that leaves the house. */
export type AreaProperties = Readonly<Record<string, string | number | boolean | null>>;

/** GeoJSON as RFC 7946 wants it: WGS84, outlines counter-clockwise. Areas without properties are left out. */
export function writeGeoJson(
  topology: AreaTopology,
  properties: ReadonlyMap<number, AreaProperties>,
): string {
  const features = feature(topology, topology.objects.areas).features.flatMap((area): Feature[] => {
    const known = properties.get(Number(area.id));
    if (!known) return [];
    const geometry = area.geometry as GeoMultiPolygon | Point;
    const wound: GeoMultiPolygon | Point =
      geometry.type === 'Point'
        ? geometry
        : { type: 'MultiPolygon', coordinates: windForGeoJson(geometry.coordinates as MultiPolygon) };
    return [
      {
        type: 'Feature',
        id: String(known['code'] ?? area.id),
        properties: known,
        geometry: roundCoordinates(wound),
      },
    ];
  });
  const collection: FeatureCollection = { type: 'FeatureCollection', features };
  return JSON.stringify(collection);
}

/** TopoJSON with the same properties, as small as it is kept. */
export function writeTopoJson(
  topology: AreaTopology,
  properties: ReadonlyMap<number, AreaProperties>,
): string {
  const geometries = topology.objects.areas.geometries.flatMap((geometry) => {
    const known = properties.get(Number(geometry.id));
    return known ? [{ ...geometry, id: String(known['code'] ?? geometry.id), properties: known }] : [];
  });
  return JSON.stringify({ ...topology, objects: { areas: { type: 'GeometryCollection', geometries } } });
}

/** A tenth of a metre: the grid that the shapes are kept on is coarser. */
function roundCoordinates<Shape extends GeoMultiPolygon | Point>(shape: Shape): Shape {
  const round = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(round) : Math.round((value as number) * 1e6) / 1e6;
  return { ...shape, coordinates: round(shape.coordinates) };
}
