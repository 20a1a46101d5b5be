import type { attempt } from '../api.ts';
import { loadFiguresHere, type FiguresOfPage } from './load-figures-here.ts';

type Context = Parameters<typeof attempt>[0];
export type Opened = { readonly territory: string; readonly figures: FiguresOfPage };

/** The figures of the first of several places that has any; where none has, what there is of the first. */
export async function openFigures(
  context: Context,
  indicator: string,
  places: readonly string[],
): Promise<Opened | null> {
  let opened: Opened | null = null;
  for (const territory of places) {
    const figures = await loadFiguresHere(context, { indicator, territory });
    if (figures.trend || figures.comparison) return { territory, figures };
    opened ??= { territory, figures };
  }
  return opened;
}
