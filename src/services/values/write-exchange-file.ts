import type { FileAnswer } from '#contract/operation.ts';
import { listDimensionWords, listPlaceCandidates } from '#database/value-imports/known-views.ts';
import { referenceOf } from '#domain/territories/references.ts';
import { writeMetadata, type DescribedUnit } from '#formats/dhis2/write-metadata.ts';
import {
  writeAdx,
  writeCsvValues,
  writeJsonValues,
  writeXmlValues,
  type ExchangedFigure,
} from '#formats/dhis2/write-value-set.ts';
import { sentences } from '#words/index.ts';
import type { LookUp } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';
import type { FigureAnswer } from './figure-question.ts';
import { showMeasured } from './show-figures.ts';

export type ExchangeFormat = 'dhis2-json' | 'dhis2-csv' | 'dhis2-xml' | 'adx' | 'dhis2-metadata';

/**
 * An answer as a file for another system. Only what is a number leaves: what is not reported, unknown or protected has no place there, and
 * the figure of a wider territory is never told of a narrower one.
 */
export async function writeExchangeFile(
  tx: Transaction,
  context: Context,
  answer: FigureAnswer,
  given: { readonly names: Pick<LookUp, 'place'>; readonly format: ExchangeFormat },
): Promise<FileAnswer> {
  const { code } = answer.indicator;
  if (given.format === 'dhis2-metadata') {
    const text = await metadataOf(tx, context, answer);
    return fileOf(`${code}-metadata.json`, 'application/json', text);
  }
  const figures = figuresOf(context, answer, given.names);
  if (given.format === 'adx')
    return fileOf(`${code}.adx.xml`, 'application/adx+xml', writeAdx(figures, context.now.toISOString()));
  if (given.format === 'dhis2-xml') return fileOf(`${code}.xml`, 'application/xml', writeXmlValues(figures));
  return given.format === 'dhis2-csv'
    ? fileOf(`${code}-dhis2.csv`, 'text/csv', writeCsvValues(figures))
    : fileOf(`${code}.json`, 'application/json', writeJsonValues(figures));
}

function fileOf(fileName: string, mediaType: string, text: string): FileAnswer {
  return { fileName, mediaType, bytes: new TextEncoder().encode(text) };
}

function figuresOf(
  { language }: Context,
  answer: FigureAnswer,
  names: Pick<LookUp, 'place'>,
): ExchangedFigure[] {
  const parts = new Map(answer.disaggregations.map((one) => [one.id, one.parts]));
  const atLeast = sentences[language]['values.at-least'] ?? '';
  return answer.cells.flatMap((cell) =>
    cell.state !== 'value' || cell.value === null || cell.heldAt !== null
      ? []
      : [
          {
            dataElement: answer.indicator.code,
            period: { kind: answer.period, start: cell.period },
            orgUnit: names.place(cell.territoryId).reference,
            parts: parts.get(cell.disaggregationId) ?? {},
            value: cell.value,
            comment: cell.withheld > 0 ? atLeast : null,
          },
        ],
  );
}

async function metadataOf(tx: Transaction, context: Context, answer: FigureAnswer): Promise<string> {
  const { indicator, disaggregations } = answer;
  const { title, unit } = showMeasured(answer, context.language);
  const used = new Set(disaggregations.flatMap(({ parts }) => Object.keys(parts)));
  const words = await listDimensionWords(tx);
  const inLanguage = (titles: readonly string[]) =>
    context.language === 'en' ? titles.toReversed() : [...titles];
  return writeMetadata({
    indicator: {
      code: indicator.code,
      title,
      description: unit,
      isCount: indicator.composition === 'count',
      adds: indicator.composition === 'count' || indicator.composition === 'stock',
    },
    period: answer.period,
    units: await unitsOf(tx, answer),
    dimensions: words
      .filter(({ code }) => used.has(code))
      .map((one) => ({
        ...one,
        titles: inLanguage(one.titles),
        categories: one.categories.map((category) => ({ ...category, titles: inLanguage(category.titles) })),
      })),
    crossings: disaggregations.map(({ parts }) => parts).filter((parts) => Object.keys(parts).length > 0),
  });
}

/** The places of an answer with all that they lie in, the widest first. */
async function unitsOf(tx: Transaction, answer: FigureAnswer): Promise<DescribedUnit[]> {
  const country = answer.series?.country ?? answer.indicator.country;
  if (country === null) return [];
  const all = (await listPlaceCandidates(tx, country)).toSorted((one, other) => one.id - other.id);
  const wanted = answer.territories.map(({ id }) => id);
  const holding = all.filter((one) => wanted.some((id) => one.id <= id && id <= one.lastId));
  return holding.map((one) => {
    const parent = holding.findLast((outer) => outer.id < one.id && one.lastId <= outer.lastId);
    return {
      reference: referenceOf(country, one.code),
      name: one.name,
      parent: parent ? referenceOf(country, parent.code) : null,
    };
  });
}
