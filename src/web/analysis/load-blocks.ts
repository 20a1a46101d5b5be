import { call, attempt, type Answer } from '../api.ts';
import type { Trend } from './analysis-shapes.ts';
import { explore, type Explored } from './explore.ts';
import { explorerAsked, type ExplorerAsked } from './explorer-asked.ts';
import { loadReportingLayer, type ReportCycle } from './load-layers.ts';

type Context = Parameters<typeof attempt>[0];
export type Block = Answer<'getDashboard'>['blocks'][number];
export type View = Answer<'getSavedView'>;

/** A block with what it shows; null where there is nothing any more, or nothing for this reader. */
export type LoadedBlock =
  | {
      readonly kind: 'view';
      readonly block: Block;
      readonly shown: {
        readonly view: View;
        readonly asked: ExplorerAsked;
        readonly explored: Explored;
      } | null;
    }
  | { readonly kind: 'figure'; readonly block: Block; readonly shown: Trend | null }
  | {
      readonly kind: 'compliance';
      readonly block: Block;
      readonly shown: (Answer<'getCompliance'> & { readonly name: string }) | null;
    }
  | {
      readonly kind: 'reports';
      readonly block: Block;
      readonly shown: { readonly cycle: ReportCycle | null; readonly name: string } | null;
    };

/** Fills a block with what it shows today. */
export async function loadBlock(context: Context, block: Block): Promise<LoadedBlock> {
  if (block.kind === 'view') {
    const view = await attempt(context, 'getSavedView', { view: block.view });
    if (!view.ok) return { kind: 'view', block, shown: null };
    const asked = explorerAsked(`http://view/?${view.answer.query}`);
    const explored = await explore(context, asked, asked.territory ?? view.answer.territory.reference);
    return { kind: 'view', block, shown: { view: view.answer, asked, explored } };
  }
  const { territory } = block;
  if (block.kind === 'figure') {
    const trend = await attempt(context, 'getTrend', { indicator: block.indicator, territory });
    const shown = trend.ok && trend.answer.points.length > 0 ? trend.answer : null;
    return { kind: 'figure', block, shown };
  }
  const place = await attempt(context, 'getTerritory', { reference: territory });
  if (!place.ok) return { kind: block.kind, block, shown: null };
  const { name } = place.answer;
  if (block.kind === 'reports')
    return { kind: 'reports', block, shown: { cycle: await loadReportingLayer(context, territory), name } };
  const figures = await attempt(context, 'getCompliance', { territory });
  return { kind: 'compliance', block, shown: figures.ok ? { ...figures.answer, name } : null };
}

/** What can be put on a dashboard: the blocks of one's role, and the views that one may see. */
export async function blockChoices(context: Context, ofRole: readonly Block[], request: Request) {
  const views = await call(context, 'listSavedViews', { limit: 100 }, request);
  return { ofRole: [...ofRole], views: views.items };
}
