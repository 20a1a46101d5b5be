import proj4 from 'proj4';
import { boxHolds, type Box, type Position } from './geometry.ts';

/** The projections that boundary files of the region come in, by EPSG number. Degrees are null. */
const definitions: Readonly<Record<string, string | null>> = {
  'EPSG:4326': null,
  'EPSG:4979': null,
  'EPSG:5365': null,
  'EPSG:4674': null,
  'EPSG:5367': '+proj=tmerc +lat_0=0 +lon_0=-84 +k=0.9999 +x_0=500000 +y_0=0 +ellps=WGS84 +units=m +no_defs',
  'EPSG:8908': '+proj=tmerc +lat_0=0 +lon_0=-84 +k=0.9999 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs',
  'EPSG:32615': '+proj=utm +zone=15 +datum=WGS84 +units=m +no_defs',
  'EPSG:32616': '+proj=utm +zone=16 +datum=WGS84 +units=m +no_defs',
  'EPSG:32617': '+proj=utm +zone=17 +datum=WGS84 +units=m +no_defs',
  'EPSG:32618': '+proj=utm +zone=18 +datum=WGS84 +units=m +no_defs',
  'EPSG:3857':
    '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs',
};

const otherNames: Readonly<Record<string, string>> = {
  CRS84: 'EPSG:4326',
  'EPSG:900913': 'EPSG:3857',
  'EPSG:102100': 'EPSG:3857',
  'EPSG:102113': 'EPSG:3857',
  WGS84: 'EPSG:4326',
};

/** Those that a person can name. */
export const knownProjections: readonly string[] = Object.keys(definitions).filter(
  (code) => definitions[code],
);

/**
 * The projection that a name means: `urn:ogc:def:crs:EPSG::5367`, `EPSG:5367` and `5367` are one.
 * @returns null where the name is of none that is known
 */
export function parseProjection(name: string): string | null {
  const plain = name.trim().toUpperCase();
  if (/CRS:?84$/.test(plain)) return 'EPSG:4326';
  const number = /(\d{4,6})$/.exec(plain)?.[1];
  const code = otherNames[plain] ?? (number ? (otherNames[`EPSG:${number}`] ?? `EPSG:${number}`) : null);
  return code !== null && code in definitions ? code : null;
}

/** Whether coordinates in this projection already are degrees. */
export function isInDegrees(projection: string): boolean {
  return definitions[projection] === null;
}

/** A function from projected metres to WGS84 degrees. */
export function toDegrees(projection: string): (position: Position) => Position {
  const definition = definitions[projection];
  if (!definition) return (position) => position;
  const converter = proj4(definition, '+proj=longlat +datum=WGS84 +no_defs');
  return (position) => {
    const [x, y] = converter.forward(position);
    return [round(x), round(y)];
  };
}

/** A tenth of a millimetre: what conversion adds beyond is noise, and noise keeps neighbours from sharing a line. */
const round = (degrees: number) => Math.round(degrees * 1e9) / 1e9;

/** The projections under which all these positions would fall where the country is. */
export function projectionsThatFit(positions: readonly Position[], country: Box): string[] {
  if (positions.length === 0) return [];
  return knownProjections.filter((projection) => {
    const convert = toDegrees(projection);
    return positions.every((position) => boxHolds(country, convert(position)));
  });
}
