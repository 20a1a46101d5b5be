import type { Topology } from 'topojson-specification';
import { refuse } from '#domain/territories/boundary-refusals.ts';
import { maximumFeatures, type Properties, type RawFeature } from './boundary-file.ts';
import { decodeTopology } from './decode-topology.ts';
import { findJsonFault } from './json-fault.ts';

export type CollectedFeatures = {
  readonly features: readonly RawFeature[];
  readonly declaredProjection: string | null;
  readonly layer: string | null;
};

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The features of a text in any layout that carries areas: a collection, one feature, a bare geometry, a list of
 * features, one feature a line, or a topology.
 */
export function collectFeatures(text: string, layer: string | null): CollectedFeatures {
  const document = parseDocument(text.replace(/^\uFEFF/, ''));
  if (isObject(document) && document['type'] === 'Topology') {
    const decoded = decodeTopology(document as unknown as Topology, layer);
    return {
      ...decoded,
      features: decoded.features.map(asRawFeature),
      declaredProjection: declaredProjection(document),
    };
  }
  const features = featuresIn(document);
  if (features.length === 0) throw refuse('boundaries.no-features');
  if (features.length > maximumFeatures) {
    throw refuse('boundaries.too-large', { values: { limit: maximumFeatures, unit: 'features' } });
  }
  return {
    features: features.map(asRawFeature),
    declaredProjection: declaredProjection(document),
    layer: null,
  };
}

function parseDocument(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const lines = parseLines(text);
    if (lines) return lines;
    const fault = findJsonFault(text);
    throw refuse('boundaries.broken-json', {
      values: { line: fault?.line ?? 1, column: fault?.column ?? 1, found: fault?.found ?? '' },
    });
  }
}

/** One feature a line (GeoJSON text sequences): null unless every line is a document of its own. */
function parseLines(text: string): unknown[] | null {
  const lines = text
    .replaceAll('\u001E', '\n')
    .split('\n')
    .filter((line) => line.trim() !== '');
  if (lines.length < 2 || !lines[0]?.trimEnd().endsWith('}')) return null;
  try {
    return lines.map((line) => JSON.parse(line) as unknown);
  } catch {
    return null;
  }
}

const geometryTypes = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
]);

function featuresIn(document: unknown): readonly unknown[] {
  // A list of lists is no list of features.
  if (Array.isArray(document))
    return document.flatMap((part: unknown) => (isObject(part) ? featuresIn(part) : []));
  if (isObject(document)) {
    if (document['type'] === 'FeatureCollection' && Array.isArray(document['features']))
      return document['features'];
    if (document['type'] === 'Feature') return [document];
    if (geometryTypes.has(String(document['type'])))
      return [{ type: 'Feature', properties: {}, geometry: document }];
    if (Array.isArray(document['features']) && 'geometryType' in document) {
      throw refuse('boundaries.not-boundaries', { values: { format: 'Esri JSON' } });
    }
  }
  throw refuse('boundaries.not-boundaries', { values: { format: 'JSON' } });
}

function asRawFeature(given: unknown, index: number): RawFeature {
  const feature = isObject(given) ? given : {};
  const id = feature['id'];
  return {
    number: index + 1,
    id: typeof id === 'string' || typeof id === 'number' ? id : null,
    properties: plainProperties(feature['properties']),
    geometry: feature['geometry'] ?? null,
  };
}

const longestText = 300;
const mostProperties = 200;

function plainProperties(given: unknown): Properties {
  if (!isObject(given)) return {};
  const plain = Object.entries(given)
    .slice(0, mostProperties)
    .filter((entry): entry is [string, string | number] => {
      const value = entry[1];
      return typeof value === 'number' || (typeof value === 'string' && value.length <= longestText);
    });
  return Object.fromEntries(plain);
}

function declaredProjection(document: unknown): string | null {
  const crs = isObject(document) ? document['crs'] : null;
  if (typeof crs === 'string') return crs;
  if (!isObject(crs)) return null;
  const properties = isObject(crs['properties']) ? crs['properties'] : crs;
  const named = properties['name'] ?? properties['code'] ?? properties['href'];
  return typeof named === 'string' || typeof named === 'number' ? String(named) : null;
}
