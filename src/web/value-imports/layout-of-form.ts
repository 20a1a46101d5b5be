import { fold } from '#domain/shared/fold.ts';
import { finenessOf } from '#domain/values/import/header-words.ts';
import { readPartOfYear } from '#domain/values/import/read-period-cell.ts';
import { sourceIdOf } from '#domain/values/import/source-id.ts';
import { textOf, type Answer } from '../api.ts';

export type ValueImport = Answer<'getValueImport'>;
export type Layout = NonNullable<ValueImport['layout']>;

/** What a column is said to hold, as the form's choice: `dimension:sex`, `figure:HOM`, or a plain word. */
export function roleOf(layout: Layout, header: string): string {
  const { place, period, indicator } = layout;
  if (place.code === header) return 'place-code';
  if (place.names.includes(header)) return 'place-name';
  if (period.kind === 'cell' && period.header === header) return 'period';
  if (period.kind === 'parts' && period.year === header) return 'year';
  if (period.kind === 'parts' && period.month === header) return 'month';
  if (indicator.kind === 'cell' && indicator.header === header) return 'indicator';
  if (layout.value === header) return 'value';
  const dimension = layout.dimensions.find((one) => one.header === header);
  if (dimension) return `dimension:${dimension.dimension}`;
  const figure = layout.columns.find((one) => one.header === header);
  if (!figure) return '';
  return figure.indicator === null ? 'figure-period' : `figure:${figure.indicator}`;
}

/** Whether a layout is of a file in which systems exchange values: its columns are known beforehand. */
export function isOfExchange(layout: Layout): boolean {
  return layout.crossings !== undefined;
}

/** The layout that a form says, over the one that it showed. */
export function layoutOfForm(form: FormData, headers: readonly string[], shown: Layout): Layout {
  if (isOfExchange(shown)) return exchangeLayoutOfForm(form, shown);
  const roles = headers.map((header, index) => ({ header, role: textOf(form, `column.${index}`) }));
  const withRole = (wanted: string) => roles.find(({ role }) => role === wanted)?.header ?? null;
  const names = roles.filter(({ role }) => role === 'place-name').map(({ header }) => header);
  return {
    sheet: textOf(form, 'sheet') || null,
    headerRow: Number(textOf(form, 'headerRow')) || shown.headerRow,
    place: {
      code: withRole('place-code'),
      names: names.toSorted((one, other) => finenessOf(one) - finenessOf(other)),
      fixed: textOf(form, 'place') || null,
    },
    period: periodOfForm(form, withRole, roles),
    indicator: indicatorOfForm(form, withRole('indicator'), shown, roles),
    value: withRole('value'),
    dimensions: roles
      .filter(({ role }) => role.startsWith('dimension:'))
      .map(({ header, role }) => dimensionOfForm(form, header, role.slice('dimension:'.length), shown)),
    columns: roles
      .filter(({ role }) => role.startsWith('figure'))
      .map(({ header, role }) => ({
        header,
        period: role === 'figure-period' ? header : null,
        indicator: role === 'figure-period' ? null : role.slice('figure:'.length),
        parts: shown.columns.find((one) => one.header === header)?.parts ?? {},
      })),
    countBy: textOf(form, 'countBy') as Layout['countBy'],
    addsRows: textOf(form, 'addsRows') === 'yes',
    decimals: textOf(form, 'decimals') as Layout['decimals'],
    dayOrder: textOf(form, 'dayOrder') as Layout['dayOrder'],
  };
}

function exchangeLayoutOfForm(form: FormData, shown: Layout): Layout {
  const header = shown.indicator.kind === 'cell' ? shown.indicator.header : null;
  return {
    ...shown,
    indicator: indicatorOfForm(form, header, shown, []),
    crossings: shown.crossings?.map((column) => ({
      header: column.header,
      texts: { ...column.texts, ...crossingsOfForm(form, column.header) },
    })),
    countBy: textOf(form, 'countBy') as Layout['countBy'],
    addsRows: textOf(form, 'addsRows') === 'yes',
  };
}

// What a text stands for: the whole, one group, or a group of one dimension and one of another.
function crossingsOfForm(form: FormData, header: string): Record<string, Record<string, string> | null> {
  const also = new Map(chosen(form, `and.${header}`));
  return Object.fromEntries(
    chosen(form, `crossing.${header}`).map(([text, said]) => {
      if (said === 'leave-out') return [fold(text), null];
      const pairs = [said === 'whole' ? '' : said, also.get(text) ?? ''].filter((pair) => pair !== '');
      return [fold(text), Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string]))];
    }),
  );
}

type Roles = readonly { readonly header: string; readonly role: string }[];

function periodOfForm(
  form: FormData,
  withRole: (role: string) => string | null,
  roles: Roles,
): Layout['period'] {
  const [cell, year] = [withRole('period'), withRole('year')];
  if (cell !== null) return { kind: 'cell', header: cell };
  if (year !== null) return { kind: 'parts', year, month: withRole('month') };
  // «Enero» in a header still needs its year, which is said over the whole table.
  const side = roles.filter(({ role }) => role === 'figure-period');
  const needsYear = side.some(({ header }) => readPartOfYear(header, '2024') !== null);
  if (side.length > 0 && !needsYear) return { kind: 'columns' };
  return { kind: 'fixed', period: textOf(form, 'period') };
}

function indicatorOfForm(
  form: FormData,
  header: string | null,
  shown: Layout,
  roles: Roles,
): Layout['indicator'] {
  if (roles.some(({ role }) => role.startsWith('figure:'))) return { kind: 'columns' };
  if (header === null) return { kind: 'fixed', code: textOf(form, 'indicator') || null };
  const known =
    shown.indicator.kind === 'cell' && shown.indicator.header === header ? shown.indicator.codes : {};
  const said = chosen(form, 'offence').map(
    ([text, code]) => [fold(text), code === 'leave-out' ? null : code] as const,
  );
  return { kind: 'cell', header, codes: { ...known, ...Object.fromEntries(said) } };
}

function dimensionOfForm(form: FormData, header: string, dimension: string, shown: Layout) {
  const before = shown.dimensions.find((one) => one.header === header && one.dimension === dimension);
  const said = chosen(form, `category.${dimension}`).map(([text, code]) => [fold(text), code] as const);
  return { header, dimension, categories: { ...before?.categories, ...Object.fromEntries(said) } };
}

// Fields named `<prefix>.<text>`: what a text of the file stands for.
function chosen(form: FormData, prefix: string): [text: string, code: string][] {
  return [...form.entries()].flatMap(([name, value]): [string, string][] =>
    name.startsWith(`${prefix}=`) && typeof value === 'string' && value !== ''
      ? [[name.slice(prefix.length + 1), value]]
      : [],
  );
}

/** What is said of the file as a whole. */
export function settingsOfForm(form: FormData): ValueImport['settings'] {
  const title = textOf(form, 'source');
  return {
    ...(title === ''
      ? {}
      : { source: { id: sourceIdOf(title), title, publisher: textOf(form, 'publisher') || null } }),
    audience: textOf(form, 'audience') as 'public',
    isPublished: textOf(form, 'isPublished') === 'yes',
    status: textOf(form, 'status') as 'final',
    cutoffOn: textOf(form, 'cutoffOn') || null,
    isComplete: textOf(form, 'isComplete') === 'yes',
  };
}
