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

/** The explorer, opened on something. */
export function addressOfExplorer(asked: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (value) query.set(name, value);
  return `/explorar?${query}`;
}
