import type { Format } from '#words/format.ts';
import type { Say } from '#words/say.ts';
import type { Answer } from '../api.ts';
import type { State } from '../design/state-tag.tsx';

export type StrategyLine = Answer<'listStrategies'>['items'][number];
export type Strategy = Answer<'getStrategy'>;
export type Version = Answer<'getStrategyVersion'>;
export type VersionLine = Strategy['versions'][number];
export type Element = Version['elements'][number];
export type Line = Answer<'getStrategyLine'>;
export type Remark = Answer<'listStrategyRemarks'>['items'][number];
export type Comparison = Answer<'compareStrategyVersions'>;
export type Compared = Comparison['items'][number];

/** The page of a strategy. */
export function addressOfStrategy(id: string): string {
  return `/estrategia/${id}`;
}

/** The page of a line, or of what it stands under. */
export function addressOfLine(threadId: string): string {
  return `/estrategia/lineas/${threadId}`;
}

/** The page of one version. */
export function addressOfVersion(strategyId: string, versionId: string): string {
  return `/estrategia/${strategyId}/versiones/${versionId}`;
}

/** The look of each standing; the word says which it is. */
export const looks = {
  draft: 'not-applicable',
  consultation: 'at-risk',
  approved: 'on-time',
  superseded: 'not-applicable',
  abandoned: 'not-applicable',
} as const satisfies Record<VersionLine['standing'], State>;

/** The look of what became of an element; the word says which it is. */
export const outcomeLooks = {
  kept: 'not-applicable',
  changed: 'at-risk',
  new: 'present',
  ended: 'missing',
} as const satisfies Record<Compared['outcome'], State>;

/** A period as people say it: in years where it is of whole years, in days otherwise. */
export function periodOf(
  format: Format,
  { periodFrom, periodTo }: Pick<StrategyLine, 'periodFrom' | 'periodTo'>,
) {
  const isOfYears = periodFrom.endsWith('-01-01') && periodTo.endsWith('-12-31');
  return isOfYears
    ? { from: periodFrom.slice(0, 4), to: periodTo.slice(0, 4) }
    : { from: format.day(periodFrom), to: format.day(periodTo) };
}

/** Code and title, as a text names an element. */
export function titleOf({ code, title }: Pick<Element, 'code' | 'title'>): string {
  return code === null ? title : `${code} ${title}`;
}

/** Names side by side. */
export function namesOf(format: Format, named: readonly { readonly name: string }[]): string {
  return format.list(named.map(({ name }) => name));
}

/** The words for values of a list. */
export function wordsOf(say: Say, prefix: string, values: readonly string[]): string {
  return values.map((value) => say.dynamic(`${prefix}.${value}`)).join('; ');
}
