import { exchangeHeaders } from '#domain/values/import/exchange-layout.ts';

/** One value as a file of DHIS2 or ADX tells it, all as text; '' for what it does not say. */
export type ExchangedValue = {
  readonly dataElement: string;
  readonly period: string;
  readonly orgUnit: string;
  readonly categoryOptionCombo: string;
  readonly attributeOptionCombo: string;
  readonly value: string;
  /** A text beside the value. It is never kept: it may speak of persons. */
  readonly comment: string;
  readonly isFollowedUp: boolean;
  /** The other system deleted it, and says so. */
  readonly isDeleted: boolean;
};

/** What a file says for all its values that do not say otherwise. */
export type SharedParts = Partial<Pick<ExchangedValue, 'period' | 'orgUnit' | 'attributeOptionCombo'>>;

const truths = new Set(['true', '1']);

/** A value from named texts, over what the file says for all of them. */
export function exchangedValue(
  given: Readonly<Record<string, string | undefined>>,
  shared: SharedParts = {},
): ExchangedValue {
  const text = (name: string) => given[name] ?? '';
  return {
    dataElement: text('dataElement'),
    period: given['period'] ?? shared.period ?? '',
    orgUnit: given['orgUnit'] ?? shared.orgUnit ?? '',
    categoryOptionCombo: text('categoryOptionCombo'),
    attributeOptionCombo: given['attributeOptionCombo'] ?? shared.attributeOptionCombo ?? '',
    value: text('value'),
    comment: text('comment'),
    isFollowedUp: truths.has(text('followup').toLowerCase()) || truths.has(text('followUp').toLowerCase()),
    isDeleted: truths.has(text('deleted').toLowerCase()),
  };
}

/** The texts of a value in the order of the headers of exchanged values. */
export function cellsOf(value: ExchangedValue): string[] {
  return exchangeHeaders.map((header) => value[header]);
}
