/** What the router is told of a page: its address, which parts it has, and its files. */
export type RouteEntry = {
  readonly id: string;
  readonly parentId?: string;
  readonly path?: string;
  readonly index?: boolean;
  readonly module: string;
  readonly imports: readonly string[];
  readonly css: readonly string[];
} & Parts;

type Parts = { readonly [part in (typeof parts)[number]]: boolean };

/** The router's table as a page is given it: one list for each kind of fact, so that what is alike lies side by side. */
export type RoutesTable = readonly [files: string, ...lists: string[]];

const parts = [
  'hasAction',
  'hasLoader',
  'hasClientAction',
  'hasClientLoader',
  'hasClientMiddleware',
  'hasDefaultExport',
  'hasErrorBoundary',
] as const;

/** A page's script is named for it; of that name only the mark of its content is told. */
const scriptOf = (id: string, mark: string) => `/assets/${id.replace(/.*\//, '')}-${mark}.js`;
const inBase36 = (number: number) => number.toString(36);

/** Writes the table small: every first screen carries the addresses of all pages. */
export function packRoutes(routes: readonly RouteEntry[]): RoutesTable {
  const files = commonestFirst(routes.flatMap(({ imports, css }) => [...imports, ...css]));
  const places = (some: readonly string[]) =>
    some
      .map((file) => files.indexOf(file))
      .toSorted((one, other) => one - other)
      .map(inBase36)
      .join(' ');
  const list = (tell: (route: RouteEntry) => string) => routes.map(tell).join(',');
  return [
    files.join(','),
    list(({ id }) => id.replace(/\.route$/, '.')),
    list(({ parentId }) => parentId ?? ''),
    list(({ path, index }) => (index === true ? '?' : (path ?? '!'))),
    list((route) => inBase36(parts.reduce((sum, part, bit) => sum + (route[part] ? 2 ** bit : 0), 0))),
    list(({ id, module }) => module.slice(scriptOf(id, '').length - '.js'.length, -'.js'.length)),
    list(({ imports }) => places(imports)),
    list(({ css }) => places(css)),
  ];
}

function commonestFirst(files: readonly string[]): readonly string[] {
  const times = new Map<string, number>();
  for (const file of files) times.set(file, (times.get(file) ?? 0) + 1);
  return [...times.keys()].toSorted((one, other) => (times.get(other) ?? 0) - (times.get(one) ?? 0));
}

/** Reads what `packRoutes` wrote. The files of a page come in another order, which means nothing: all are fetched at once. */
export function unpackRoutes(table: RoutesTable): Record<string, RouteEntry> {
  const [files = [], ids = [], parents = [], paths = [], has = [], marks = [], imports = [], css = []] =
    table.map((list) => list.split(','));
  const filesAt = (places = '') =>
    places === '' ? [] : places.split(' ').map((place) => files[Number.parseInt(place, 36)] ?? '');
  const routes = ids.map((short, at): RouteEntry => {
    const id = short.replace(/\.$/, '.route');
    const parentId = parents[at] ?? '';
    const path = paths[at] ?? '!';
    const bits = Number.parseInt(has[at] ?? '', 36);
    return {
      id,
      ...(parentId !== '' && { parentId }),
      ...(path === '?' ? { index: true } : path !== '!' && { path }),
      ...(Object.fromEntries(parts.map((part, bit) => [part, (bits & (2 ** bit)) !== 0])) as Parts),
      module: scriptOf(id, marks[at] ?? ''),
      imports: filesAt(imports[at]),
      css: filesAt(css[at]),
    };
  });
  return Object.fromEntries(routes.map((route) => [route.id, route]));
}
