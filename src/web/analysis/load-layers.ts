import { attempt, type Answer } from '../api.ts';
import type { Comparison } from './analysis-shapes.ts';

type Context = Parameters<typeof attempt>[0];
export type ReportCycle = Answer<'getReportCycle'>;

/** The figure that a map of a country begins with: homicides by population, which every country counts. */
const headline = 'ODS-16.1.1';

/** Territories by class of the headline figure; null where none of them has one of its own. */
export async function loadFigureLayer(context: Context, within: string): Promise<Comparison | null> {
  const found = await attempt(context, 'compareTerritories', { indicator: headline, within });
  if (!found.ok) return null;
  const isTold = found.answer.areas.some(({ heldAt, state }) => state === 'value' && heldAt === null);
  return isTold ? found.answer : null;
}

/** The last reporting cycle that asks territories here, with how far each is; null where there is none. */
export async function loadReportingLayer(context: Context, territory: string): Promise<ReportCycle | null> {
  const cycles = await attempt(context, 'listReportCycles', { territory, limit: 20 });
  if (!cycles.ok) return null;
  const open = cycles.answer.items.find(({ isOpen, path }) => isOpen && path === 'territory');
  const cycle = open ?? cycles.answer.items[0];
  if (!cycle) return null;
  const found = await attempt(context, 'getReportCycle', { cycle: cycle.id });
  return found.ok && found.answer.reports.length > 0 ? found.answer : null;
}

/** The level of the territories that a cycle asks: the finest of them. */
export function levelOfCycle({ reports }: ReportCycle): number {
  return Math.max(...reports.map(({ territory }) => territory.level));
}
