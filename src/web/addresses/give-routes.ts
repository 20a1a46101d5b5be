// Built alone in place of the table that the router's own build writes.
import { unpackRoutes, type RoutesTable } from './routes-table.ts';

/** Filled in by the build: the table, written small, and what the router is told besides. */
declare const routesTable: RoutesTable;
declare const besides: object;

Object.assign(window, { __reactRouterManifest: { ...besides, routes: unpackRoutes(routesTable) } });
