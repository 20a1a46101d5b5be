import { parsePeriod, type PeriodKind } from '#domain/indicators/period.ts';
import { address, attempt } from '../api.ts';
import type { Download } from '../design/table.tsx';
import type { DrawnMap } from '../territories/territory-shapes.ts';
import { exchangeDownloads } from '../values/exchange-downloads.ts';
import type { Comparison, Exploration } from './analysis-shapes.ts';
import type { ExplorerAsked } from './explorer-asked.ts';
import { comparisonFiles, mapOf } from './load-figures-here.ts';

type Context = Parameters<typeof attempt>[0];

export type Explored = {
  readonly exploration: Exploration | null;
  readonly comparison: Comparison | null;
  readonly map: DrawnMap | null;
  /** Why there is nothing to see. */
  readonly refusal: string | null;
  readonly downloads: readonly Download[];
};

const nothing: Explored = { exploration: null, comparison: null, map: null, refusal: null, downloads: [] };

/** The figures that a look needs; what cannot be answered says why in the page. */
export async function explore(context: Context, asked: ExplorerAsked, within: string): Promise<Explored> {
  const [indicator] = asked.indicators;
  if (indicator === undefined) return nothing;
  const { by, across, from, level, look, to } = asked;
  if (look === 'mapa') {
    const period = asked.period ?? kindOf(from) ?? kindOf(to);
    const question = { indicator, within, level, from, to, period };
    const found = await attempt(context, 'compareTerritories', question);
    if (!found.ok) return { ...nothing, refusal: found.refused.title };
    const map = await mapOf(context, found.answer);
    return {
      ...nothing,
      comparison: found.answer,
      map,
      downloads: comparisonFiles(context, question, {
        map: map !== null,
        funnel: found.answer.funnel.length > 0,
      }),
    };
  }
  // Ten years of months would fill a page: without a span years are meant.
  const period = asked.period ?? (look === 'grafica' || from === undefined ? ('year' as const) : undefined);
  const given = { indicators: asked.indicators.join(','), within, level, from, to, period, by, across };
  const found = await attempt(context, 'exploreFigures', given);
  if (!found.ok) return { ...nothing, refusal: found.refused.title };
  const file = (format: 'csv' | 'xlsx' | 'json') => address(context, 'exploreFigures', { ...given, format });
  return {
    ...nothing,
    exploration: found.answer,
    downloads: [
      { format: 'XLSX', href: file('xlsx') },
      { format: 'CSV', href: file('csv') },
      ...forSystems(context, asked, { within, period }),
      { format: 'JSON', href: file('json') },
    ],
  };
}

/** Whoever asks from a quarter on means quarters. */
function kindOf(text: string | undefined) {
  return text === undefined ? undefined : parsePeriod(text)?.kind;
}

// Other systems take one indicator at a time, broken down as it is seen.
function forSystems(
  context: Context,
  { by, from, indicators, level, to }: ExplorerAsked,
  at: { readonly within: string; readonly period: PeriodKind | undefined },
): Download[] {
  const [indicator, ...others] = indicators;
  if (indicator === undefined || others.length > 0) return [];
  return exchangeDownloads(context, {
    indicator,
    level,
    from,
    to,
    by,
    ...at,
  });
}
