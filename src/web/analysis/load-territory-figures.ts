import { attempt } from '../api.ts';
import type { Trend } from './analysis-shapes.ts';

type Context = Parameters<typeof attempt>[0];

// More than a page is read for; the rest is in the explorer.
const most = 4;
const mostAsked = 8;

/** The counts that are told of a territory, each with its own past; where a source stops above, the wider territory's, which says so. */
export async function loadTerritoryFigures(context: Context, territory: string): Promise<Trend[]> {
  const listed = await attempt(context, 'listIndicators', { country: territory.slice(0, 2), limit: 200 });
  if (!listed.ok) return [];
  const told = listed.answer.items
    .filter(
      ({ composition, countsPeople, hasFigures }) => hasFigures && countsPeople && composition === 'count',
    )
    .slice(0, mostAsked);
  const trends = await Promise.all(
    told.map(async ({ code }) => attempt(context, 'getTrend', { indicator: code, territory })),
  );
  return trends
    .flatMap((trend) => (trend.ok && trend.answer.points.length > 0 ? [trend.answer] : []))
    .slice(0, most);
}
