import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Feature, MultiPolygon as GeoMultiPolygon, Polygon as GeoPolygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { boxHolds, boxOf, holds, positionsOf, widen, type MultiPolygon, type Position } from './geometry.ts';

type WorldAtlas = Topology<{ countries: GeometryCollection }>;

/** Where the outline of a country was taken from; written beside whatever is drawn with it. */
export type CountryOutline = { readonly geometry: MultiPolygon; readonly source: 'world-atlas' | 'points' };

/**
 * The outline of the country in which most of the points lie, at 1:10 million (Natural Earth, public domain).
 * A country that the atlas does not know is given a box around its points.
 */
export function outlineAround(points: readonly Position[]): CountryOutline {
  const atlas = JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve('world-atlas/countries-10m.json'), 'utf8'),
  ) as WorldAtlas;
  const probes = points.filter((_, index) => index % Math.max(1, Math.floor(points.length / 200)) === 0);
  let best: { readonly geometry: MultiPolygon; readonly held: number } | null = null;
  for (const country of atlas.objects.countries.geometries) {
    const shape = (feature(atlas, country) as Feature).geometry as GeoPolygon | GeoMultiPolygon | null;
    if (!shape) continue;
    const geometry = (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates) as MultiPolygon;
    const box = boxOf(positionsOf(geometry));
    if (!box || !probes.some((point) => boxHolds(box, point))) continue;
    const held = probes.filter((point) => boxHolds(box, point) && holds(geometry, point)).length;
    if (held > (best?.held ?? 0)) best = { geometry, held };
  }
  if (best && best.held * 2 > probes.length) return { geometry: best.geometry, source: 'world-atlas' };
  return { geometry: boxAround(points), source: 'points' };
}

function boxAround(points: readonly Position[]): MultiPolygon {
  const tight = boxOf(points);
  if (!tight) return [];
  const { west, south, east, north } = widen(tight, 0.1, 0.05);
  return [
    [
      [
        [west, south],
        [west, north],
        [east, north],
        [east, south],
        [west, south],
      ],
    ],
  ];
}
