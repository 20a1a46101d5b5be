import type { z } from 'zod';
import {
  catalogueIccsSchema,
  catalogueSchema,
  catalogueSourcesSchema,
  dimensionsSchema,
  type CatalogueDimension,
  type CatalogueIccs,
  type CatalogueIndicator,
  type CatalogueSource,
} from '#domain/indicators/catalogue-schema.ts';

export type Catalogue = {
  readonly dimensions: readonly CatalogueDimension[];
  readonly iccs: readonly CatalogueIccs[];
  readonly sources: readonly CatalogueSource[];
  readonly indicators: readonly CatalogueIndicator[];
};

/**
 * Reads the files of a catalogue of indicators, text by file name: `dimensions.json`, `iccs.json`, `sources.json`, and any others with indicators.
 * @throws Error that names the file: a catalogue ships with the software, a fault in one is a fault of it
 */
export function readCatalogue(texts: Readonly<Record<string, string>>): Catalogue {
  const { 'dimensions.json': dimensions, 'iccs.json': iccs, 'sources.json': sources, ...others } = texts;
  return {
    dimensions: dimensions ? parse('dimensions.json', dimensions, dimensionsSchema).dimensions : [],
    iccs: iccs ? parse('iccs.json', iccs, catalogueIccsSchema).iccs : [],
    sources: sources ? parse('sources.json', sources, catalogueSourcesSchema).sources : [],
    indicators: Object.entries(others).flatMap(
      ([name, text]) => parse(name, text, catalogueSchema).indicators,
    ),
  };
}

function parse<Schema extends z.ZodType>(name: string, text: string, schema: Schema): z.output<Schema> {
  const result = schema.safeParse(JSON.parse(text));
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`${name}: ${faults.join('; ')}`);
}
