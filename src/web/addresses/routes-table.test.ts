import { expect, it } from 'vitest';
import { packRoutes, unpackRoutes, type RouteEntry } from './routes-table.ts';

const root: RouteEntry = {
  id: 'root',
  path: '',
  hasAction: false,
  hasLoader: true,
  hasClientAction: false,
  hasClientLoader: false,
  hasClientMiddleware: false,
  hasDefaultExport: true,
  hasErrorBoundary: true,
  module: '/assets/root-Ab-_12cd.js',
  imports: ['/assets/router-1.js', '/assets/frame-2.js'],
  css: ['/assets/style-3.css'],
};
const { path: _path, ...pathless } = root;
const home: RouteEntry = {
  ...pathless,
  id: 'home/home.route',
  parentId: 'root',
  index: true,
  module: '/assets/home.route-xY12-_zz.js',
  imports: [],
  css: [],
};
const need: RouteEntry = {
  ...root,
  id: 'diagnosis/need.route',
  parentId: 'root',
  path: 'necesidades/:id',
  hasAction: true,
  hasErrorBoundary: false,
  module: '/assets/need.route--1234567.js',
  css: [],
};

it('gives back every page as the router’s build told it, in the same order', () => {
  const told = [root, home, need, { ...pathless, id: 'plans/frame', module: '/assets/frame-1.js' }];
  const read = unpackRoutes(packRoutes(told));
  expect(Object.keys(read)).toEqual(told.map(({ id }) => id));
  expect(Object.values(read)).toEqual(told);
});
