import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { packRoutes, unpackRoutes, type RouteEntry } from '../web/addresses/routes-table.ts';

type Table = Readonly<{ routes: Readonly<Record<string, RouteEntry>> }>;

/**
 * The router's table of addresses, written small, as what `give-routes.ts` is filled in with.
 * @returns null where the table tells something that would be lost: then it travels as it is
 */
export function packAddresses(file: string): Record<string, string> | null {
  const text = readFileSync(file, 'utf8');
  const table = JSON.parse(text.replace(/^window\.__reactRouterManifest=/, '').replace(/;\s*$/, '')) as Table;
  const { routes, ...besides } = table;
  const packed = packRoutes(Object.values(routes));
  if (!isDeepStrictEqual(inOrder(unpackRoutes(packed)), inOrder(routes))) return null;
  return { routesTable: JSON.stringify(packed), besides: JSON.stringify(besides) };
}

function inOrder(routes: Table['routes']): readonly object[] {
  return Object.values(routes).map((route) => ({
    ...route,
    imports: route.imports.toSorted(),
    css: route.css.toSorted(),
  }));
}
