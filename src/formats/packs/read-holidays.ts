import type { Day } from '#domain/shared/dates.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { cellReader } from './cells.ts';
import { readRows } from './read-rows.ts';

const sheet = 'holidays.csv';
const columns = ['on_day', 'territory', 'name', 'source', 'note'] as const;

/** A day that does not count, as a pack names it: for the country where no territory is named. */
export type PackHoliday = {
  readonly on: Day;
  readonly territory: string | null;
  readonly name: string;
  readonly sourceId: string | null;
};

/** Reads the days that do not count of a pack; a pack without the file has none. */
export function readHolidays(text: string): { holidays: PackHoliday[]; problems: Problem[] } {
  if (text === '') return { holidays: [], problems: [] };
  const { rows, problems } = readRows(sheet, text, columns);
  const holidays = rows.map(({ row, cells: given }) => {
    const cells = cellReader(given, { sheet, row });
    const on = cells.day('on_day') ?? cells.required('on_day');
    const holiday = {
      on,
      territory: cells.text('territory'),
      name: cells.required('name'),
      sourceId: cells.text('source'),
    };
    problems.push(...cells.problems);
    return holiday;
  });
  return { holidays, problems };
}
