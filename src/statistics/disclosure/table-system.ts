/** One count of a table, or one that is not published but follows from what is. */
export type TableCell = {
  readonly id: string;
  readonly value: number;
  /**
   * `hidden`: nobody publishes it, but it is part of something published (the strip between two overlapping zones, the year by which two
   * windows differ). `public`: already published elsewhere, so that it cannot be taken back. `impossible`: it is zero by nature and everyone knows.
   */
  readonly standing?: 'hidden' | 'public' | 'impossible';
  /** What its loss costs the reader; without it by size, and totals four times as much as what they are made of. */
  readonly cost?: number;
};

/** One count that is the sum of others: a row's total, a year of its months, a zone of the territories in it. */
export type TableSum = {
  readonly whole: string;
  readonly parts: readonly string[];
  /** Whether the parts say something about each member of the whole, so that all of them in one part would reveal it of everyone. */
  readonly revealing?: boolean;
};

/** A table as linear equations over numbered cells: in each, the parts (+1) less the whole (−1) are zero. */
export type TableSystem = {
  readonly cells: readonly TableCell[];
  readonly place: ReadonlyMap<string, number>;
  readonly equations: readonly (readonly Term[])[];
  /** For each cell the equations that it is in, with its sign there. */
  readonly within: readonly (readonly Term[])[];
  readonly costs: readonly number[];
};

export type Term = { readonly at: number; readonly sign: 1 | -1 };

/**
 * A table and all that sums in it, as one system of equations: rows, columns, time, overlapping territories alike. Counts.
 *
 * Formula: for each sum, Σ parts − whole = 0. Cost of a cell: 1 + ln(1 + value), times 4 for a whole.
 *
 * Source: Willenborg & de Waal (2001), Elements of Statistical Disclosure Control, chapter 6 (tables as linear relations).
 *
 * Assumes: counts are whole and not negative, and every sum holds; both are checked.
 * @example
 * tableSystem([{ id: 'a', value: 2 }, { id: 'b', value: 3 }, { id: 'all', value: 5 }], [{ whole: 'all', parts: ['a', 'b'] }]).equations.length // 1
 */
export function tableSystem(cells: readonly TableCell[], sums: readonly TableSum[]): TableSystem {
  const place = new Map(cells.map(({ id }, index) => [id, index]));
  if (place.size !== cells.length) throw new RangeError('two cells of one name');
  const wrong = cells.find(({ value }) => !Number.isInteger(value) || value < 0);
  if (wrong) throw new RangeError(`not a count: ${wrong.id}`);
  const at = (id: string) => {
    const index = place.get(id);
    if (index === undefined) throw new RangeError(`no cell ${id}`);
    return index;
  };
  const equations = sums.map(({ whole, parts }): readonly Term[] => [
    ...parts.map((part): Term => ({ at: at(part), sign: 1 })),
    { at: at(whole), sign: -1 },
  ]);
  const within: Term[][] = cells.map(() => []);
  const wholes = new Set(sums.map(({ whole }) => at(whole)));
  equations.forEach((terms, equation) => {
    if (terms.reduce((sum, { at, sign }) => sum + sign * (cells[at]?.value ?? 0), 0) !== 0)
      throw new RangeError(`the parts of ${sums[equation]?.whole} do not sum to it`);
    for (const term of terms) within[term.at]?.push({ at: equation, sign: term.sign });
  });
  const costs = cells.map(
    ({ value, cost, standing }, index) =>
      (standing === 'hidden' ? 0 : cost) ?? (1 + Math.log1p(value)) * (wholes.has(index) ? 4 : 1),
  );
  return { cells, place, equations, within, costs };
}
