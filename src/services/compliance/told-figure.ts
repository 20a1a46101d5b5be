import type { FigurePart, IndicatorCode } from '#domain/compliance/indicators.ts';
import { overdueAgeing } from '#domain/compliance/overdue-ageing.ts';
import { valueOf, type Share } from '#domain/compliance/share.ts';

/** A figure with what it is made of. */
export type Figure = Share & {
  readonly code: IndicatorCode;
  readonly part: FigurePart;
  readonly value: number | null;
  readonly p90: number | null;
  /** Of money: what it is in. */
  readonly currency: string | null;
};

/** A share as a figure. */
export function figure(code: IndicatorCode, share: Share, part: FigurePart = 'whole'): Figure {
  const { numerator, denominator } = share;
  return { code, part, numerator, denominator, value: valueOf(share), p90: null, currency: null };
}

/** Days as a figure: their median and their ninth decile. */
export function inDays(code: IndicatorCode, days: readonly number[]): Figure {
  const { count, median, p90 } = overdueAgeing(days);
  return { code, part: 'whole', numerator: count, denominator: count, value: median, p90, currency: null };
}
