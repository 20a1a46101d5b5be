import type { Insertable, Selectable } from 'kysely';
import type { DB } from '#database/schema.ts';
import type { DefinitionFields, IndicatorDimension, IndicatorFields } from '#domain/indicators/indicator.ts';
import type { PeriodKind } from '#domain/indicators/period.ts';
import type { Composition, IndicatorStanding } from '#domain/indicators/vocabulary.ts';

/** An indicator as the domain speaks of it, with what the database keeps beside. */
export type IndicatorRow = IndicatorFields & {
  readonly id: number;
  readonly country: string | null;
  readonly territoryId: number | null;
  readonly organisationId: string | null;
  readonly numeratorId: number | null;
  readonly denominatorId: number | null;
  readonly wholeId: number | null;
  readonly standing: IndicatorStanding;
  readonly standingReason: string | null;
  readonly definitionNumber: number;
  readonly sourceId: string | null;
  readonly origin: 'pack' | 'person' | 'import';
  readonly example: boolean;
  readonly version: number;
};

export type SelectedIndicator = Selectable<DB['indicator']> & {
  readonly numerator_code: string | null;
  readonly denominator_code: string | null;
  readonly whole_code: string | null;
  readonly dimensions: readonly IndicatorDimension[];
};

/** A row as the domain names its columns; lists that the database checks get their types back. */
export function indicatorOf(row: SelectedIndicator): IndicatorRow {
  return {
    id: row.id,
    code: row.code,
    country: row.country,
    territoryId: row.territory_id,
    organisationId: row.organisation_id,
    title: row.title,
    titleEn: row.title_en,
    topic: row.topic as IndicatorFields['topic'],
    composition: row.composition as Composition,
    unit: row.unit,
    unitEn: row.unit_en,
    decimals: row.decimals,
    direction: row.direction as IndicatorFields['direction'],
    countsPeople: row.counts_people,
    countingUnit: row.counting_unit as IndicatorFields['countingUnit'],
    numerator: row.numerator_code,
    numeratorId: row.numerator_id,
    denominatorKind: row.denominator as IndicatorFields['denominatorKind'],
    denominator: row.denominator_code,
    denominatorId: row.denominator_id,
    whole: row.whole_code,
    wholeId: row.whole_id,
    multiplier: Number(row.multiplier),
    finestPeriod: row.finest_period as PeriodKind,
    lowBound: row.low_bound,
    highBound: row.high_bound,
    rule: row.rule,
    framework: row.framework,
    sdgCodes: row.sdg_codes,
    iccsCodes: row.iccs_codes,
    dimensions: row.dimensions,
    standing: row.standing as IndicatorStanding,
    standingReason: row.standing_reason,
    definitionNumber: row.definition_number,
    sourceId: row.source_id,
    origin: row.origin as IndicatorRow['origin'],
    example: row.example,
    version: row.version,
  };
}

/** What an indicator is made of or part of, by their numbers. */
export type Parts = Pick<IndicatorRow, 'numeratorId' | 'denominatorId' | 'wholeId'>;

/** The columns of what is said of an indicator; its parts by their numbers. */
export function columnsOf(fields: IndicatorFields, parts: Parts) {
  return {
    code: fields.code,
    title: fields.title,
    title_en: fields.titleEn,
    topic: fields.topic,
    composition: fields.composition,
    unit: fields.unit,
    unit_en: fields.unitEn,
    decimals: fields.decimals,
    direction: fields.direction,
    counts_people: fields.countsPeople,
    counting_unit: fields.countingUnit,
    numerator_id: parts.numeratorId,
    denominator: fields.denominatorKind,
    denominator_id: parts.denominatorId,
    whole_id: parts.wholeId,
    multiplier: fields.multiplier,
    finest_period: fields.finestPeriod,
    low_bound: fields.lowBound,
    high_bound: fields.highBound,
    rule: fields.rule,
    framework: fields.framework,
    sdg_codes: [...fields.sdgCodes],
    iccs_codes: [...fields.iccsCodes],
  } satisfies Partial<Insertable<DB['indicator']>>;
}

/** One wording of a definition, with when and why it was written. */
export type DefinitionRow = DefinitionFields & {
  readonly number: number;
  readonly reason: string | null;
  readonly validFrom: string | null;
  readonly writtenAt: Date;
};

export function definitionOf(row: Selectable<DB['indicator_definition']>): DefinitionRow {
  return {
    number: row.number,
    definition: row.definition,
    definitionEn: row.definition_en,
    numeratorWords: row.numerator_words,
    numeratorWordsEn: row.numerator_words_en,
    denominatorWords: row.denominator_words,
    denominatorWordsEn: row.denominator_words_en,
    method: row.method,
    methodEn: row.method_en,
    limits: row.limits,
    limitsEn: row.limits_en,
    isVerified: row.is_verified,
    reason: row.reason,
    validFrom: row.valid_from,
    writtenAt: row.written_at,
  };
}

export function definitionColumnsOf(fields: DefinitionFields) {
  return {
    definition: fields.definition,
    definition_en: fields.definitionEn,
    numerator_words: fields.numeratorWords,
    numerator_words_en: fields.numeratorWordsEn,
    denominator_words: fields.denominatorWords,
    denominator_words_en: fields.denominatorWordsEn,
    method: fields.method,
    method_en: fields.methodEn,
    limits: fields.limits,
    limits_en: fields.limitsEn,
    is_verified: fields.isVerified,
  } satisfies Partial<Insertable<DB['indicator_definition']>>;
}
