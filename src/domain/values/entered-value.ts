import type { Problem } from '#domain/shared/refusal.ts';
import type { Day } from '#domain/shared/dates.ts';
import { endOf, parsePeriod, writePeriod, type Period, type PeriodKind } from '../indicators/period.ts';
import { existsDuring } from './fill-cells.ts';
import type { storedStates } from './figure.ts';

/** A figure as somebody enters it. That it is zero, unknown or inapplicable is said, never left to an empty field. */
export type EnteredValue = {
  readonly period: string;
  readonly parts: Readonly<Record<string, string>>;
  readonly state: (typeof storedStates)[number];
  readonly value: number | null;
};

/** What a figure is checked against. */
export type EntryRules = {
  readonly periodKind: PeriodKind;
  readonly grain: readonly string[];
  readonly level: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly isWhole: boolean;
  readonly today: Day;
};

export type EntryPlace = {
  readonly level: number;
  readonly isInside: boolean;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
};

/** Everything that is wrong with one figure. `field` is where it stands among the figures sent. */
export function problemsOfValue(
  entered: EnteredValue,
  place: EntryPlace | null,
  rules: EntryRules,
  field: string,
): Problem[] {
  const problems: Problem[] = [];
  const say = (code: string, at: string, values?: Problem['values']) =>
    problems.push({ code: `values.${code}`, field: `${field}.${at}`, ...(values ? { values } : {}) });
  const period = parsePeriod(entered.period);
  if (!period || period.kind !== rules.periodKind)
    say('period-of-another-kind', 'period', { text: entered.period });
  else if (period.start > rules.today) say('period-to-come', 'period', { text: writePeriod(period) });
  if (!place || !place.isInside) say('territory-outside', 'territory');
  else {
    if (place.level > rules.level) say('territory-too-fine', 'territory');
    if (period && !existsDuring(place, period))
      say('territory-not-then', 'territory', { text: entered.period });
  }
  const named = Object.keys(entered.parts).toSorted();
  if (named.join() !== rules.grain.join())
    say('not-this-breakdown', 'parts', { dimensions: rules.grain.join(', ') });
  problems.push(...problemsOfNumber(entered, rules, field));
  return problems;
}

function problemsOfNumber({ state, value }: EnteredValue, rules: EntryRules, field: string): Problem[] {
  const at = { field: `${field}.value` };
  if (state !== 'value') return value === null ? [] : [{ code: 'values.number-without-value', ...at }];
  if (value === null) return [{ code: 'values.number-missing', ...at }];
  if (rules.isWhole && !Number.isInteger(value)) return [{ code: 'values.number-not-whole', ...at }];
  if (rules.isWhole && value < 0) return [{ code: 'values.number-negative', ...at }];
  if (rules.low !== null && value < rules.low)
    return [{ code: 'values.number-below', ...at, values: { bound: rules.low } }];
  if (rules.high !== null && value > rules.high)
    return [{ code: 'values.number-above', ...at, values: { bound: rules.high } }];
  return [];
}

/** The first day and the last of a period, or null where the text is none. */
export function spanOfPeriod(text: string): { readonly period: Period; readonly end: Day } | null {
  const period = parsePeriod(text);
  return period && { period, end: endOf(period) };
}

/** Whether shares of one result come to no more than the whole of it. */
export function isShareable(shares: readonly { readonly share: number }[]): boolean {
  return shares.reduce((sum, { share }) => sum + share, 0) <= 1 + 1e-9;
}
