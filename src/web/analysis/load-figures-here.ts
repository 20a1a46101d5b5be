import { address, attempt, type Answer, type Given } from '../api.ts';
import type { Download } from '../design/table.tsx';
import { findMap } from '../territories/optional-map.ts';
import type { DrawnMap } from '../territories/territory-shapes.ts';
import { exchangeDownloads } from '../values/exchange-downloads.ts';
import type { Comparison, Trend } from './analysis-shapes.ts';

type Context = Parameters<typeof attempt>[0];

export type FiguresOfPage = {
  readonly trend: Trend | null;
  /** The own past as files, just as it is seen. */
  readonly downloads: readonly Download[];
  readonly comparison: Comparison | null;
  readonly comparisonDownloads: readonly Download[];
  readonly map: DrawnMap | null;
};

/**
 * What is told of an indicator in a territory: its own past, and its parts beside it; of a territory that has no parts with figures, the
 * territories around it. What cannot be told is null, and no fault of the page.
 */
export async function loadFiguresHere(
  context: Context,
  asked: { readonly indicator: string; readonly territory: string; readonly parent?: string | null },
): Promise<FiguresOfPage> {
  const { indicator, parent, territory } = asked;
  const [recent, below] = await Promise.all([
    attempt(context, 'getTrend', { indicator, territory }),
    attempt(context, 'compareTerritories', { indicator, within: territory }),
  ]);
  // Where the last ten years are silent, what was told before is shown.
  const isSilent = recent.ok && recent.answer.points.length === 0;
  const trend = isSilent
    ? await attempt(context, 'getTrend', { indicator, territory, from: '1990' })
    : recent;
  const around =
    parent && !isTelling(below)
      ? await attempt(context, 'compareTerritories', { indicator, within: parent })
      : below;
  const comparison = around.ok && isTelling(around) ? around.answer : null;
  const told = trend.ok && trend.answer.points.length > 0 ? trend.answer : null;
  const map = comparison === null ? null : await mapOf(context, comparison);
  return {
    trend: told,
    downloads: told === null ? [] : downloadsOf(context, told),
    comparison,
    comparisonDownloads:
      comparison === null
        ? []
        : comparisonFiles(
            context,
            { indicator, within: comparison.within.reference },
            { map: map !== null, funnel: comparison.funnel.length > 0 },
          ),
    map,
  };
}

function downloadsOf(context: Context, { indicator, period, points, series, territory }: Trend): Download[] {
  const [from, to] = [points[0]?.period ?? '', points.at(-1)?.period ?? ''];
  const asked = { indicator: indicator.code, territory: territory.reference, from, to, period };
  const given = { ...asked, ...(series && { series: Number(series.id) }) };
  return [
    { format: 'XLSX', href: address(context, 'exportValues', { ...given, format: 'xlsx' }) },
    { format: 'CSV', href: address(context, 'exportValues', { ...given, format: 'csv' }) },
    { format: 'JSON', href: address(context, 'listValues', { ...given, format: 'json' }) },
    {
      format: 'SVG',
      href: address(context, 'drawTrend', { ...asked, ...(series && { series: Number(series.id) }) }),
    },
    ...exchangeDownloads(context, given),
  ];
}

function isTelling(tried: { ok: true; answer: Answer<'compareTerritories'> } | { ok: false }): boolean {
  return tried.ok && tried.answer.areas.some(({ heldAt, state }) => state === 'value' && heldAt === null);
}

/** A comparison as files: just the territories that are seen, with their classes and intervals, and the map where there is one. */
export function comparisonFiles(
  context: Context,
  asked: Given<'drawComparison'>,
  has: { readonly map: boolean; readonly funnel: boolean },
): Download[] {
  const file = (format: 'csv' | 'xlsx' | 'json') =>
    address(context, 'compareTerritories', { ...asked, format });
  return [
    { format: 'XLSX', href: file('xlsx') },
    { format: 'CSV', href: file('csv') },
    { format: 'JSON', href: file('json') },
    ...(has.map ? [{ format: 'SVG' as const, href: address(context, 'drawComparison', asked) }] : []),
    ...(has.funnel
      ? [{ format: 'SVG' as const, href: address(context, 'drawFunnel', asked), of: 'funnel' as const }]
      : []),
  ];
}

/** The map of a comparison's level, drawn for a page. */
export async function mapOf(context: Context, { level, within }: Comparison): Promise<DrawnMap | null> {
  return findMap(context, within.reference, { width: 640, level });
}
