import { endOf, periodsBetween, type PeriodKind } from '#domain/indicators/period.ts';
import type { Day } from '#domain/shared/dates.ts';
import { existsDuring, isCovered, type Area, type Coverage } from './fill-cells.ts';
import type { Reporting } from './figure.ts';

export type ReportingFrame = {
  readonly period: PeriodKind;
  readonly seriesPeriod: PeriodKind;
  readonly coverage: readonly Coverage[];
  /** The territories within the area that report. */
  readonly parts: readonly Area[];
  /** What was told: `reportKey` of each territory and first day. */
  readonly told: ReadonlySet<string>;
  readonly today: Day;
};

/** What names a report: whose, and from which day. */
export const reportKey = (territoryId: number, start: Day): string => `${territoryId}/${start}`;

/**
 * How many of the territories within an area reported, and how many of the reports that were due by today. Where the source declares that it
 * told everything, silence is a zero, and reported. @returns null where nobody had anything to report
 */
export function countReporting(
  area: Pick<Area, 'id' | 'lastId'>,
  start: Day,
  frame: ReportingFrame,
): Reporting | null {
  const { coverage, parts, seriesPeriod, today, told } = frame;
  const moments = periodsBetween(seriesPeriod, start, endOf({ kind: frame.period, start })).map((moment) => ({
    ...moment,
    isOver: endOf(moment) < today,
  }));
  const isWhole = isCovered(frame, area, start);
  const byPart = { coverage, seriesPeriod, period: seriesPeriod };
  const counts = { territories: 0, territoriesOf: 0, reports: 0, reportsOf: 0 };
  for (const part of parts) {
    let due = 0;
    let given = 0;
    for (const moment of moments) {
      if (!existsDuring(part, moment)) continue;
      const isTold =
        isWhole || told.has(reportKey(part.id, moment.start)) || isCovered(byPart, part, moment.start);
      if (isTold) given += 1;
      if (isTold || moment.isOver) due += 1;
    }
    if (due === 0) continue;
    counts.territoriesOf += 1;
    counts.reportsOf += due;
    counts.reports += given;
    if (given > 0) counts.territories += 1;
  }
  return counts.territoriesOf === 0 ? null : counts;
}

/** Whether a sum lacks reports that were due. */
export function isPartial(reporting: Reporting | null): boolean {
  return reporting !== null && reporting.reports < reporting.reportsOf;
}
