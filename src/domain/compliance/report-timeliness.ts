import type { Share } from './share.ts';

/** A report whose last day has passed: whether it came by then, and how many of the answers that it had to give it gave. */
export type DueReport = { readonly wasInTime: boolean; readonly required: number; readonly filled: number };

/**
 * C10, timeliness and completeness of reports: reports in time ÷ reports due; answers given ÷ answers required, of which those of a report
 * that never came are none. Source: process indicators, C10. Example: one in time with 4 of 4, one missing with 0 of 4: 1 ÷ 2 and 4 ÷ 8.
 */
export function reportTimeliness(reports: readonly DueReport[]): {
  readonly reports: Share;
  readonly answers: Share;
} {
  const inTime = reports.filter(({ wasInTime }) => wasInTime);
  return {
    reports: { numerator: inTime.length, denominator: reports.length },
    answers: {
      numerator: reports.reduce((sum, { filled }) => sum + filled, 0),
      denominator: reports.reduce((sum, { required }) => sum + required, 0),
    },
  };
}
