import type { Answer } from '../api.ts';

export type Trend = Answer<'getTrend'>;
export type Comparison = Extract<Answer<'compareTerritories'>, { areas: unknown }>;
export type Exploration = Answer<'exploreFigures'>;
export type ComparedArea = Comparison['areas'][number];
/** A figure with how sure it is, wherever it stands. */
export type ShownFigure = Pick<
  Trend['points'][number],
  'value' | 'state' | 'heldAt' | 'events' | 'persons' | 'interval' | 'reporting' | 'warnings'
>;
/** What stands beside figures: of what they are, by whom, what has to be said. */
export type Beside = Pick<
  Trend,
  'indicator' | 'counting' | 'series' | 'others' | 'period' | 'notes' | 'breaks'
>;

/** The classes in which territories stand, in the order of a legend; within one nobody is first. */
export const classOrder = [
  'far-above',
  'above',
  'as-expected',
  'below',
  'far-below',
  'step-5',
  'step-4',
  'step-3',
  'step-2',
  'step-1',
  'held',
  'protected',
  'withheld',
  'unknown',
  'not-applicable',
  'not-reported',
  'value',
] as const;

export type AreaClass = (typeof classOrder)[number];

/** The class of a territory: by the funnel, by its value, or by why it has none. */
export function classOf({ position, step, heldAt, state }: ComparedArea): AreaClass {
  if (position !== null) return position;
  if (step !== null) return `step-${step as 1}`;
  return heldAt === null ? state : 'held';
}

/** The explorer, opened on something. */
export function addressOfExplorer(asked: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (value) query.set(name, value);
  return `/explorar?${query}`;
}
