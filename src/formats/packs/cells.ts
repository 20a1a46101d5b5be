import { isDay, type Day } from '#domain/shared/dates.ts';
import type { Problem } from '#domain/shared/refusal.ts';

/** Reads the cells of one row, keeping every fault with its field. */
export type CellReader<Column extends string> = {
  readonly problems: readonly Problem[];
  /** Keeps a fault that a single cell does not show. */
  fault(code: string, column: Column, values?: Readonly<Record<string, string>>): null;
  text(column: Column): string | null;
  required(column: Column): string;
  day(column: Column): Day | null;
  number(column: Column): number | null;
  wholeNumber(column: Column): number | null;
  oneOf<Option extends string>(column: Column, options: readonly Option[], otherwise: Option): Option;
  truth(column: Column): boolean;
};

/** A reader of one row's cells. */
export function cellReader<Column extends string>(
  cells: Readonly<Record<Column, string>>,
  place: { readonly sheet?: string; readonly row: number },
): CellReader<Column> {
  const problems: Problem[] = [];
  const fault = (code: string, column: Column, values?: Readonly<Record<string, string>>) => {
    problems.push({ code, ...place, field: column, ...(values ? { values } : {}) });
    return null;
  };
  const text = (column: Column) => (cells[column] === '' ? null : cells[column]);
  const number = (column: Column) => {
    const given = text(column);
    if (given === null) return null;
    return /^-?\d+(\.\d+)?$/.test(given)
      ? Number(given)
      : fault('territories.not-a-number', column, { given });
  };
  return {
    problems,
    fault,
    text,
    number,
    required: (column) => text(column) ?? fault('territories.cell-missing', column) ?? '',
    day(column) {
      const given = text(column);
      return given === null || isDay(given) ? given : fault('territories.not-a-day', column, { given });
    },
    wholeNumber(column) {
      const given = number(column);
      return given === null || Number.isSafeInteger(given)
        ? given
        : fault('territories.not-a-number', column, { given: String(given) });
    },
    oneOf(column, options, otherwise) {
      const given = text(column) ?? otherwise;
      const found = options.find((option) => option === given);
      if (found === undefined)
        fault('territories.not-in-list', column, { given, options: options.join(', ') });
      return found ?? otherwise;
    },
    truth(column) {
      const given = text(column) ?? 'false';
      if (given !== 'true' && given !== 'false')
        fault('territories.not-in-list', column, { given, options: 'true, false' });
      return given === 'true';
    },
  };
}
