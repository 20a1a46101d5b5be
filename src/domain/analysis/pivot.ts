/** What figures can be laid out by. */
export const axes = ['indicator', 'territory', 'period', 'group'] as const;

export type Axis = (typeof axes)[number];

/** Where a cell lies on each axis. */
export type Place = Readonly<Record<Axis, string>>;

export type Layout<Cell> = {
  /** The axes that name a row, in this order. */
  readonly by: readonly Axis[];
  readonly columns: readonly string[];
  readonly rows: readonly { readonly place: Partial<Place>; readonly cells: readonly (Cell | null)[] }[];
};

/**
 * Lays figures out: one axis across, all others down, each in the order in which they come. An axis on which all lies at one place
 * is left out.
 */
export function pivot<Cell extends { readonly place: Place }>(
  cells: readonly Cell[],
  across: Axis,
): Layout<Cell> {
  const seen = (axis: Axis) => [...new Set(cells.map(({ place }) => place[axis]))];
  const by = axes.filter((axis) => axis !== across && (axis === 'territory' || seen(axis).length > 1));
  const columns = seen(across);
  const rows = new Map<string, { place: Partial<Place>; cells: (Cell | null)[] }>();
  for (const cell of cells) {
    const place = Object.fromEntries(by.map((axis) => [axis, cell.place[axis]])) as Partial<Place>;
    const key = JSON.stringify(by.map((axis) => cell.place[axis]));
    const row = rows.get(key) ?? { place, cells: columns.map(() => null) };
    row.cells[columns.indexOf(cell.place[across])] = cell;
    rows.set(key, row);
  }
  return { by: by.length > 0 ? by : ['territory'], columns, rows: [...rows.values()] };
}
