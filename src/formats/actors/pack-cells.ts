import { isDay, type Day } from '#domain/shared/dates.ts';
import type { Problem } from '#domain/shared/refusal.ts';

/** One row of a pack file, cells by column. */
export type PackRow = Readonly<Record<string, string>>;

/** Reads the cells of one row and gathers what is wrong with them. */
export class CellReader {
  readonly problems: Problem[] = [];
  readonly #row: PackRow;
  readonly #number: number;
  readonly #sheet: string;

  constructor(sheet: string, row: PackRow, number: number) {
    this.#sheet = sheet;
    this.#row = row;
    this.#number = number;
  }

  #fault(code: string, field: string, text: string): void {
    this.problems.push({ code, field, row: this.#number, sheet: this.#sheet, values: { text } });
  }

  /** The cell, or an empty text. */
  text(field: string): string {
    return (this.#row[field] ?? '').trim();
  }

  optional(field: string): string | null {
    return this.text(field) || null;
  }

  required(field: string): string {
    const text = this.text(field);
    if (text === '') this.#fault('actors.cell-empty', field, text);
    return text;
  }

  day(field: string): Day | null {
    const text = this.text(field);
    if (text === '') return null;
    if (isDay(text)) return text;
    this.#fault('actors.cell-not-a-day', field, text);
    return null;
  }

  boolean(field: string): boolean {
    const text = this.text(field).toLowerCase();
    if (!['true', 'yes', 'false', 'no'].includes(text)) this.#fault('actors.cell-not-yes-or-no', field, text);
    return text === 'true' || text === 'yes';
  }

  oneOf<const List extends readonly [string, ...string[]]>(field: string, list: List): List[number] {
    const text = this.text(field);
    const found = list.find((one) => one === text);
    if (found === undefined) this.#fault('actors.cell-not-in-list', field, text);
    return found ?? list[0];
  }
}
