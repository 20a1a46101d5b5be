import type { Exploration } from './analysis-shapes.ts';

type Row = Exploration['rows'][number];

/** The same table with the newest period first: whoever opens it sees the latest figure, also where the screen ends early. */
export function newestFirst(exploration: Exploration): Exploration {
  if (exploration.across === 'period')
    return {
      ...exploration,
      columns: exploration.columns.toReversed(),
      rows: exploration.rows.map((row) => ({ ...row, cells: row.cells.toReversed() })),
    };
  const at = exploration.by.indexOf('period');
  if (at === -1) return exploration;
  const headOf = (row: Row, index: number) => row.heads[index]?.key ?? '';
  const beforeIt = (row: Row) => row.heads.slice(0, at).map(({ key }) => key);
  const blocks = Map.groupBy(exploration.rows, (row) => JSON.stringify(beforeIt(row)));
  const rows = [...blocks.values()].flatMap((block) =>
    // Keeps the order of what else differs within a period.
    block.toSorted((one, other) =>
      Math.sign(Number(headOf(other, at) > headOf(one, at)) - Number(headOf(other, at) < headOf(one, at))),
    ),
  );
  return { ...exploration, rows };
}
