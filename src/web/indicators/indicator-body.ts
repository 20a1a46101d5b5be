import type {
  CountingUnit,
  Composition,
  Denominator,
  Direction,
  Topic,
} from '#domain/indicators/vocabulary.ts';
import type { PeriodKind } from '#domain/indicators/period.ts';
import { textOf } from '../api.ts';

/** What a form of an indicator says, as the API takes it; the API checks every list. */
export function indicatorBody(form: FormData) {
  const text = (name: string) => textOf(form, name) || null;
  const composition = textOf(form, 'composition') as Composition;
  const isRatio = composition === 'ratio';
  const denominatorKind = isRatio ? (text('denominatorKind') as Denominator | null) : null;
  return {
    title: textOf(form, 'title'),
    titleEn: text('titleEn'),
    topic: textOf(form, 'topic') as Topic,
    composition,
    unit: textOf(form, 'unit'),
    unitEn: text('unitEn'),
    decimals: numberOf(textOf(form, 'decimals')) ?? 0,
    direction: textOf(form, 'direction') as Direction,
    countsPeople: form.has('countsPeople'),
    countingUnit: text('countingUnit') as CountingUnit | null,
    numerator: isRatio ? text('numerator') : null,
    denominatorKind,
    denominator: denominatorKind === 'indicator' ? text('denominator') : null,
    whole: composition === 'count' || composition === 'stock' ? text('whole') : null,
    multiplier: isRatio ? (numberOf(textOf(form, 'multiplier')) ?? 1) : 1,
    finestPeriod: textOf(form, 'finestPeriod') as PeriodKind,
    lowBound: numberOf(textOf(form, 'lowBound')),
    highBound: numberOf(textOf(form, 'highBound')),
    framework: text('framework'),
    sdgCodes: listOf(textOf(form, 'sdgCodes')),
    iccsCodes: listOf(textOf(form, 'iccsCodes')),
    dimensions: form
      .getAll('dimensions')
      .flatMap((dimension) => (typeof dimension === 'string' ? [{ dimension }] : [])),
    organisationId: text('organisationId'),
  };
}

/** What a form says of a definition. */
export function wordingBody(form: FormData) {
  const text = (name: string) => textOf(form, name) || null;
  return {
    definition: textOf(form, 'definition'),
    definitionEn: text('definitionEn'),
    numeratorWords: text('numeratorWords'),
    numeratorWordsEn: text('numeratorWordsEn'),
    denominatorWords: text('denominatorWords'),
    denominatorWordsEn: text('denominatorWordsEn'),
    method: text('method'),
    methodEn: text('methodEn'),
    limits: text('limits'),
    limitsEn: text('limitsEn'),
  };
}

/** A number as people type it, with point or comma. @returns null where nothing was typed, NaN where it is none */
export function numberOf(text: string): number | null {
  const typed = text.trim().replaceAll(/\s/g, '').replace(',', '.');
  return typed === '' ? null : Number(typed);
}

function listOf(text: string): string[] {
  return text
    .split(/[;,\s]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
