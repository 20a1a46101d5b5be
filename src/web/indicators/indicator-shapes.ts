import type { Format } from '#words/format.ts';
import type { Say } from '#words/say.ts';
import type { Answer } from '../api.ts';
import type { State } from '../design/state-tag.tsx';

export type Indicator = Answer<'getIndicator'>;
export type IndicatorLine = Answer<'listIndicators'>['items'][number];
export type Definition = Indicator['definition'];
export type Target = Answer<'listTargets'>['items'][number];

/** The page of an indicator. */
export function addressOfIndicator(code: string): string {
  return `/indicadores/${encodeURIComponent(code)}`;
}

/** What something is called in the language of the page; where nobody translated it, in Spanish. */
export function titleIn(
  say: Say,
  named: { readonly title: string; readonly titleEn: string | null },
): string {
  return say.language === 'en' ? (named.titleEn ?? named.title) : named.title;
}

export function unitIn(say: Say, of: { readonly unit: string; readonly unitEn: string | null }): string {
  return say.language === 'en' ? (of.unitEn ?? of.unit) : of.unit;
}

type Worded = 'definition' | 'numeratorWords' | 'denominatorWords' | 'method' | 'limits';

/** What a wording says in the language of the page; where nobody translated it, in Spanish. */
export function wordsIn(say: Say, definition: Definition, field: Worded): string | null {
  return say.language === 'en' ? (definition[`${field}En`] ?? definition[field]) : definition[field];
}

/** A set of indicators by its name; another is a text of somebody's own. */
export function frameworkWord(say: Say, framework: string): string {
  const key = `indicators.framework.${framework}`;
  return say.knows(key) ? say.dynamic(key) : framework;
}

/** The look of each standing; the word says which it is. */
export const looks = {
  draft: 'not-applicable',
  current: 'present',
  retired: 'not-applicable',
} as const satisfies Record<Indicator['standing'], State>;

/** How many decimals somebody gave a figure. */
export function digitsOf(value: number): number {
  return Math.min(/\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0, 6);
}

/** What somebody decided is shown as exactly as they said it, whatever the unit's decimals are. */
export function aimIn(say: Say, format: Format, value: number, of: Parameters<typeof figureIn>[3]): string {
  return figureIn(say, format, value, { ...of, decimals: Math.max(of.decimals, digitsOf(value)) });
}

/** A figure as it is written: with the unit's decimals, the sign of a percentage beside it. */
export function figureIn(
  say: Say,
  format: Format,
  value: number,
  of: { readonly decimals: number; readonly unit: string; readonly unitEn: string | null },
): string {
  const unit = unitIn(say, of);
  const written = format.number(value, of.decimals);
  if (unit === '%') return `${written} %`;
  return say('indicators.computed-value', { value: written, unit });
}
