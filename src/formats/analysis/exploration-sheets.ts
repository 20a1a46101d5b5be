import type { Reporting } from '#domain/values/figure.ts';
import type { TableColumn, TableRow, TableSheet } from '#formats/tables/index.ts';
import { sentences, type Language } from '#words/index.ts';

export type ExploredCell = {
  readonly value: number | null;
  readonly state: string;
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  readonly method: string | null;
  readonly reporting: Reporting | null;
  readonly heldAt: { readonly reference: string; readonly name: string } | null;
  readonly warnings: readonly string[];
} | null;

export type Explored = {
  readonly by: readonly string[];
  readonly columns: readonly { readonly key: string; readonly title: string }[];
  readonly rows: readonly {
    readonly heads: readonly { readonly axis: string; readonly key: string; readonly title: string }[];
    readonly cells: readonly ExploredCell[];
  }[];
  readonly told: readonly {
    readonly indicator: { readonly code: string; readonly title: string; readonly unit: string };
    readonly series: {
      readonly title: string;
      readonly note: string | null;
      readonly source: {
        readonly title: string;
        readonly publisher: string | null;
        readonly address: string | null;
        readonly published: string | null;
      };
    } | null;
    readonly notes: readonly string[];
  }[];
};

const word = (language: Language, key: string): string => sentences[language][key] ?? key;

type Aside = {
  readonly id: string;
  readonly kind: 'number' | 'text';
  readonly of: (cell: NonNullable<ExploredCell>, language: Language) => string | number | null;
};

/** What may stand beside a value, each in a column of its own; a column in which nothing stands is left out. */
const asides: readonly Aside[] = [
  { id: 'lower', kind: 'number', of: ({ interval }) => interval?.lower ?? null },
  { id: 'upper', kind: 'number', of: ({ interval }) => interval?.upper ?? null },
  { id: 'method', kind: 'text', of: ({ method }, language) => methodOf(method, language) },
  { id: 'reported', kind: 'number', of: ({ reporting }) => reporting?.territories ?? null },
  { id: 'reported-of', kind: 'number', of: ({ reporting }) => reporting?.territoriesOf ?? null },
  { id: 'state', kind: 'text', of: stateOf },
];

/** What a page of the explorer shows, just as it is laid out there, with intervals, states and, in a column of its own, the sources. */
export function explorationSheet(explored: Explored, language: Language): TableSheet {
  const isSaid = (index: number, { of }: Aside) =>
    explored.rows.some(({ cells }) => cells[index] && of(cells[index], language) !== null);
  const columns: TableColumn[] = [
    ...explored.by.flatMap((axis): TableColumn[] => [
      { key: `${axis}-code`, header: word(language, `analysis.column.${axis}-code`), kind: 'code' },
      { key: axis, header: word(language, `analysis.axis.${axis}`), kind: 'text' },
    ]),
    ...explored.columns.flatMap(({ key, title }, index): TableColumn[] => [
      { key, header: title, kind: 'number' },
      ...asides
        .filter((aside) => isSaid(index, aside))
        .map(({ id, kind }) => ({
          key: `${key} ${id}`,
          header: `${title} · ${word(language, `analysis.column.${id}`)}`,
          kind,
        })),
    ]),
    { key: 'source', header: word(language, 'values.column.source'), kind: 'text' },
  ];
  return {
    name: word(language, 'analysis.sheet.figures'),
    columns,
    rows: explored.rows.map((row) => rowOf(explored, row, language)),
  };
}

function rowOf(explored: Explored, row: Explored['rows'][number], language: Language): TableRow {
  const heads = row.heads.flatMap(({ axis, key, title }) => [
    [`${axis}-code`, key],
    [axis, title],
  ]);
  const cells = row.cells.flatMap((cell, index) => {
    const key = explored.columns[index]?.key ?? '';
    if (cell === null) return [];
    return [[key, cell.value], ...asides.map(({ id, of }) => [`${key} ${id}`, of(cell, language)])];
  });
  const code = row.heads.find(({ axis }) => axis === 'indicator')?.key;
  const of = explored.told.filter(({ indicator }) => code === undefined || indicator.code === code);
  const source = of.flatMap(({ series }) => (series ? [series.source.title] : [])).join('; ');
  return Object.fromEntries([...heads, ...cells, ['source', source]]) as TableRow;
}

function methodOf(method: string | null, language: Language): string | null {
  return method === null ? null : word(language, `values.interval.${method}`);
}

function stateOf(cell: NonNullable<ExploredCell>, language: Language): string | null {
  if (cell.state !== 'value') return word(language, `values.state.${cell.state}`);
  return cell.heldAt === null ? null : `${word(language, 'values.column.held_at')}: ${cell.heldAt.name}`;
}

/** Of what the figures are, who told them, and what has to be said beside them. */
export function sourcesSheet(explored: Explored, language: Language): TableSheet {
  const column = (key: string, kind: 'text' | 'code' = 'text'): TableColumn => ({
    key,
    header: word(language, `analysis.column.${key}`),
    kind,
  });
  return {
    name: word(language, 'analysis.sheet.sources'),
    columns: [
      column('code', 'code'),
      column('title'),
      column('unit'),
      column('source'),
      column('publisher'),
      column('address'),
      column('published'),
      column('note'),
    ],
    rows: explored.told.map(({ indicator, notes, series }) => ({
      code: indicator.code,
      title: indicator.title,
      unit: indicator.unit,
      source: series?.source.title ?? null,
      publisher: series?.source.publisher ?? null,
      address: series?.source.address ?? null,
      published: series?.source.published ?? null,
      note: [series?.note, ...notes.map((note) => word(language, `values.note.${note}`))]
        .filter(Boolean)
        .join(' '),
    })),
  };
}
