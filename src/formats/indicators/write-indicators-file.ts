import type { CatalogueIndicator } from '#domain/indicators/catalogue-schema.ts';
import type { DefinitionFields, IndicatorFields } from '#domain/indicators/indicator.ts';
import { tableMediaTypes, writeTable, type TableRow } from '#formats/tables/index.ts';
import type { Language } from '#words/index.ts';
import {
  indicatorSheetNames,
  indicatorWord,
  populationWords,
  writtenIndicatorColumns,
} from './indicator-columns.ts';

type Written = {
  readonly fields: IndicatorFields;
  readonly definition: DefinitionFields;
  readonly sourceId: string | null;
};

/** Indicators as a file, in the formats that are imported. */
export async function writeIndicatorsFile(
  indicators: readonly Written[],
  format: 'xlsx' | 'csv' | 'json',
  language: Language,
) {
  const name = indicatorSheetNames[language === 'es' ? 0 : 1] ?? '';
  const fileName = `${name}.${format}`;
  if (format === 'json') {
    const text = JSON.stringify({ indicators: indicators.map(catalogued) }, null, 2);
    return { fileName, mediaType: 'application/json', bytes: new TextEncoder().encode(`${text}\n`) };
  }
  const rows = indicators.map((one) => rowOf(one, language));
  const sheet = { name, columns: writtenIndicatorColumns(language), rows };
  const bytes = await writeTable([sheet], format, { excel: true });
  return { fileName, mediaType: tableMediaTypes[format], bytes };
}

function rowOf({ fields, definition }: Written, language: Language): TableRow {
  const word = (prefix: string, value: string | null) => indicatorWord(prefix, value, language);
  const at = language === 'es' ? 0 : 1;
  return {
    code: fields.code,
    title: fields.title,
    title_en: fields.titleEn,
    topic: word('topic', fields.topic),
    composition: word('composition', fields.composition),
    unit: fields.unit,
    unit_en: fields.unitEn,
    decimals: fields.decimals,
    direction: word('direction', fields.direction),
    counts_people: indicatorWord('yes-no', fields.countsPeople ? 'yes' : 'no', language),
    counting_unit: word('counting-unit', fields.countingUnit),
    numerator: fields.numerator,
    denominator: fields.denominatorKind === 'population' ? populationWords[at] : fields.denominator,
    whole: fields.whole,
    multiplier: fields.multiplier,
    finest_period: word('period', fields.finestPeriod),
    low_bound: fields.lowBound,
    high_bound: fields.highBound,
    framework: fields.framework,
    sdg: fields.sdgCodes.join('; '),
    iccs: fields.iccsCodes.join('; '),
    dimensions: fields.dimensions.map(({ dimension }) => dimension).join('; '),
    definition: definition.definition,
    definition_en: definition.definitionEn,
    numerator_words: definition.numeratorWords,
    numerator_words_en: definition.numeratorWordsEn,
    denominator_words: definition.denominatorWords,
    denominator_words_en: definition.denominatorWordsEn,
    method: definition.method,
    method_en: definition.methodEn,
    limits: definition.limits,
    limits_en: definition.limitsEn,
  };
}

/** As a catalogue says it. What has no English is said in Spanish there too. */
function catalogued({ fields, definition, sourceId }: Written): CatalogueIndicator {
  const both = (es: string, en: string | null) => ({ es, en: en ?? es });
  const maybe = (es: string | null, en: string | null) => (es === null ? null : both(es, en));
  return {
    code: fields.code,
    title: both(fields.title, fields.titleEn),
    topic: fields.topic,
    composition: fields.composition,
    unit: both(fields.unit, fields.unitEn),
    decimals: fields.decimals,
    direction: fields.direction,
    countsPeople: fields.countsPeople,
    countingUnit: fields.countingUnit,
    numerator: fields.numerator,
    denominator: fields.denominatorKind === 'population' ? 'population' : fields.denominator,
    whole: fields.whole,
    multiplier: fields.multiplier,
    finestPeriod: fields.finestPeriod,
    lowBound: fields.lowBound,
    highBound: fields.highBound,
    rule: fields.rule,
    framework: fields.framework,
    sdg: [...fields.sdgCodes],
    iccs: [...fields.iccsCodes],
    dimensions: fields.dimensions.map(({ dimension }) => dimension),
    definition: both(definition.definition, definition.definitionEn),
    numeratorWords: maybe(definition.numeratorWords, definition.numeratorWordsEn),
    denominatorWords: maybe(definition.denominatorWords, definition.denominatorWordsEn),
    method: maybe(definition.method, definition.methodEn),
    limits: maybe(definition.limits, definition.limitsEn),
    verified: definition.isVerified,
    source: sourceId,
  };
}
