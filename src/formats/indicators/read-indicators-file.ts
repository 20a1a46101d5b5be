import { catalogueSchema } from '#domain/indicators/catalogue-schema.ts';
import { definitionOfCatalogue, fieldsOfCatalogue } from '#domain/indicators/catalogue-fields.ts';
import type { IndicatorDraft } from '#domain/indicators/indicator-import.ts';
import { fold } from '#domain/shared/fold.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { readTable, tableRecords, type SheetReading } from '#formats/tables/index.ts';
import { indicatorColumns, indicatorSheetNames, populationWords } from './indicator-columns.ts';

type File = { readonly bytes: Uint8Array; readonly fileName: string; readonly mediaType: string };
type Cells = ReturnType<typeof tableRecords<typeof indicatorColumns>>['records'][number]['values'];

export type ReadIndicators = {
  readonly drafts: readonly IndicatorDraft[];
  readonly problems: readonly Problem[];
};

/** The indicators that a file speaks of: a sheet, or JSON in the form of a catalogue. */
export async function readIndicatorsFile(file: File): Promise<ReadIndicators> {
  return /\.json$/i.test(file.fileName) ? readJson(file.bytes) : readSheet(file);
}

function readJson(bytes: Uint8Array): ReadIndicators {
  let given: unknown;
  try {
    given = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { drafts: [], problems: [{ code: 'indicators.not-json' }] };
  }
  const result = catalogueSchema.safeParse(given);
  if (!result.success) {
    const problems = result.error.issues.map(({ path }) => ({
      code: 'indicators.not-as-catalogue',
      row: typeof path[1] === 'number' ? path[1] + 1 : 1,
      field: path.slice(2).join('.') || path.join('.'),
    }));
    return { drafts: [], problems };
  }
  const drafts = result.data.indicators.map((one, index) => {
    const { rule: _, ...said } = fieldsOfCatalogue(one);
    return { row: index + 1, said, worded: definitionOfCatalogue(one) };
  });
  return { drafts, problems: [] };
}

async function readSheet(file: File): Promise<ReadIndicators> {
  const reading = await readTable(file.bytes, { fileName: file.fileName, mediaType: file.mediaType });
  const names = indicatorSheetNames.map(fold);
  const shown = reading.sheets.filter((one) => !one.hidden && one.rows.length > 0);
  const empty: SheetReading = { name: file.fileName, hidden: false, rows: [], headerRow: null };
  const sheet = shown.find((one) => names.includes(fold(one.name))) ?? shown[0] ?? empty;
  const table = tableRecords(sheet, indicatorColumns);
  const ofSheet = (problem: Problem) => problem.sheet === undefined || problem.sheet === sheet.name;
  return {
    drafts: table.records.flatMap(({ row, values }) =>
      values.code === null ? [] : [{ row, said: saidBy(values.code, values), worded: wordedBy(values) }],
    ),
    problems: [...reading.problems.filter(ofSheet), ...table.problems],
  };
}

function saidBy(code: string, cells: Cells): IndicatorDraft['said'] {
  const { denominator } = cells;
  const isPopulation =
    denominator !== null && populationWords.some((word) => fold(word) === fold(denominator));
  return {
    code: code.trim(),
    title: cells.title,
    titleEn: cells.title_en,
    topic: cells.topic,
    composition: cells.composition,
    unit: cells.unit,
    unitEn: cells.unit_en,
    decimals: cells.decimals,
    direction: cells.direction,
    countsPeople: cells.counts_people,
    countingUnit: cells.counting_unit,
    numerator: cells.numerator,
    denominatorKind: denominator === null ? null : isPopulation ? 'population' : 'indicator',
    denominator: isPopulation ? null : denominator,
    whole: cells.whole,
    multiplier: cells.multiplier,
    finestPeriod: cells.finest_period,
    lowBound: cells.low_bound,
    highBound: cells.high_bound,
    framework: cells.framework,
    sdgCodes: listIn(cells.sdg),
    iccsCodes: listIn(cells.iccs),
    dimensions:
      listIn(cells.dimensions)
        ?.toSorted()
        .map((dimension) => ({ dimension, isRequired: false })) ?? null,
  };
}

function wordedBy(cells: Cells): IndicatorDraft['worded'] {
  return {
    definition: cells.definition,
    definitionEn: cells.definition_en,
    numeratorWords: cells.numerator_words,
    numeratorWordsEn: cells.numerator_words_en,
    denominatorWords: cells.denominator_words,
    denominatorWordsEn: cells.denominator_words_en,
    method: cells.method,
    methodEn: cells.method_en,
    limits: cells.limits,
    limitsEn: cells.limits_en,
    isVerified: null,
  };
}

/** Codes in one cell, parted by semicolons or commas. */
function listIn(cell: string | null): string[] | null {
  if (cell === null) return null;
  return cell
    .split(/[;,\n|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
