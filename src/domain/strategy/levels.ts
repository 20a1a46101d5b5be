import type { Problem } from '#domain/shared/refusal.ts';
import type { ElementKind } from './vocabulary.ts';

/** What a level of a strategy is called in its country, and which kind stands behind the name. */
export type LevelName = { readonly es: string; readonly en: string; readonly kind: ElementKind };

const order: Readonly<Record<ElementKind, number>> = { axis: 0, objective: 1, line: 2 };

/**
 * What is wrong with the levels of a strategy: from the outermost inwards they are axes, then objectives, then one of lines.
 * A strategy may have objectives of several levels, or none.
 */
export function problemsOfLevels(levels: readonly LevelName[]): Problem[] {
  const lines = levels.filter(({ kind }) => kind === 'line').length;
  if (lines !== 1 || levels.at(-1)?.kind !== 'line') return [fault('strategy.levels-end-in-lines')];
  const isInOrder = levels.every(({ kind }, index) => {
    const before = levels[index - 1];
    return before === undefined || order[before.kind] <= order[kind];
  });
  return isInOrder ? [] : [fault('strategy.levels-out-of-order')];
}

function fault(code: string): Problem {
  return { code, field: 'levels' };
}

/** The level at which an element stands under its parent: one further in, the outermost being 1. */
export function levelUnder(parent: { readonly level: number } | null): number {
  return (parent?.level ?? 0) + 1;
}
