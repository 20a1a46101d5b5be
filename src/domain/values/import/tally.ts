import type { PeriodKind } from '#domain/indicators/period.ts';
import type { LeftOutReason } from './left-out.ts';
import type { RowProblem, ToldValue, WrittenPlace } from './read-row.ts';

/** One cell of the import: what all rows of the file say of a place, a period, an indicator and a crossing. */
export type TalliedCell = {
  readonly placeKey: string;
  readonly period: string;
  readonly periodKind: PeriodKind;
  readonly indicator: string;
  /** The crossing as text, "age=15-17&sex=f", dimensions in alphabetical order; '' for the whole. */
  readonly crossing: string;
  value: number | null;
  state: number;
  /** The row that said it first. */
  readonly row: number;
};

/** What two rows say of the same cell: twice the same is told once; two different things are refused. */
export type TallyProblem = {
  readonly code: 'told-twice';
  readonly row: number;
  readonly firstRow: number;
  readonly header: string | null;
};

/** A row that is wrong; a text that nobody here understands is told once, with how many rows have it: it is settled once. */
export type TalliedRowProblem = RowProblem & { readonly row: number; times: number };

/** So many rows that are left out are named. */
const mostFirst = 5;

/** What is wrong with a text wherever it stands. */
const textProblems: ReadonlySet<RowProblem['code']> = new Set([
  'unknown-category',
  'unknown-crossing',
  'unknown-indicator',
  'partial-indicator',
  'not-figures',
]);

/**
 * Gathers the figures of a file, whatever its length: memory grows with the cells, not with the rows. Events, and figures of rows that
 * differ only in what nobody asked about (`adds`), are added up; figures that are told are told once.
 */
export class Tally {
  readonly cells = new Map<string, TalliedCell>();
  readonly places = new Map<string, WrittenPlace & { readonly firstRow: number; rows: number }>();
  readonly problems: (TallyProblem | TalliedRowProblem)[] = [];
  /** Rows that tell nothing though nothing is wrong with them: why, how many, and the first of them. */
  readonly leftOut = new Map<LeftOutReason, { rows: number; readonly first: number[] }>();
  rows = 0;
  readonly #adds: boolean;
  readonly #mostProblems: number;
  readonly #texts = new Map<string, TalliedRowProblem>();
  /** All that was wrong, also what is no longer listed. */
  problemCount = 0;

  constructor(options: { readonly adds: boolean; readonly mostProblems: number }) {
    this.#adds = options.adds;
    this.#mostProblems = options.mostProblems;
  }

  /** Takes in one row. */
  add(
    row: number,
    told: readonly ToldValue[],
    problems: readonly RowProblem[],
    leftOut?: LeftOutReason,
  ): void {
    this.rows += 1;
    if (leftOut) this.#leaveOut(row, leftOut);
    for (const problem of problems) this.#noteRow(row, problem);
    for (const one of told) {
      const place = this.places.get(one.place.key);
      if (place) place.rows += 1;
      else this.places.set(one.place.key, { ...one.place, firstRow: row, rows: 1 });
      this.#tell(row, one);
    }
  }

  #leaveOut(row: number, reason: LeftOutReason): void {
    const known = this.leftOut.get(reason) ?? { rows: 0, first: [] };
    known.rows += 1;
    if (known.first.length < mostFirst) known.first.push(row);
    this.leftOut.set(reason, known);
  }

  #tell(row: number, one: ToldValue): void {
    const crossing = Object.entries(one.parts)
      .map(([dimension, category]) => `${dimension}=${category}`)
      .toSorted()
      .join('&');
    const key = `${one.place.key}\u0000${one.period.kind}${one.period.start}\u0000${one.indicator}\u0000${crossing}`;
    const known = this.cells.get(key);
    if (!known) {
      this.cells.set(key, {
        placeKey: one.place.key,
        period: one.period.start,
        periodKind: one.period.kind,
        indicator: one.indicator,
        crossing,
        value: one.value,
        state: one.state,
        row,
      });
    } else if ((one.isEvent || this.#adds) && known.value !== null && one.value !== null)
      known.value += one.value;
    else if (known.value !== one.value || known.state !== one.state)
      this.#note({ code: 'told-twice', row, firstRow: known.row, header: one.header });
  }

  #noteRow(row: number, problem: RowProblem): void {
    const isText = problem.header === null || textProblems.has(problem.code);
    const key = `${problem.code}\u0000${problem.header}\u0000${problem.text}`;
    const known = isText ? this.#texts.get(key) : undefined;
    if (known) {
      known.times += 1;
      return;
    }
    const noted = { ...problem, row, times: 1 };
    if (isText && this.#texts.size < this.#mostProblems) this.#texts.set(key, noted);
    this.#note(noted);
  }

  #note(problem: (typeof this.problems)[number]): void {
    this.problemCount += 1;
    if (this.problems.length < this.#mostProblems) this.problems.push(problem);
  }
}
