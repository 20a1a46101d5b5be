import {
  coordinatesOf,
  missedByContent,
  missedByWidth,
  ofOtherDivision,
  type BaseCell,
  type LatticeRules,
  type Missed,
} from './protection-lattice.ts';
import { planProtection } from './protection-plan.ts';

/** One series of an indicator, with how its figures add up. */
export type PlannedSeries = {
  readonly base: readonly BaseCell[];
  readonly rules: Omit<LatticeRules, 'seeds' | 'within' | 'missed'>;
};

/** So often what one series hides is carried to the others: what is left then changes nothing any more, as a rule. */
const mostRounds = 6;

type Beside = {
  /** The only cells that may be hidden, where a wider circle of readers is shown all others. */
  readonly within?: ReadonlySet<string> | undefined;
  /** The territories that share a part of one, and of which nobody knows how much. */
  readonly partly?: ((territoryId: number) => readonly number[]) | undefined;
};

/** With more figures than these no second way is tried: somebody waits. */
const mostTwice = 2_000;

/**
 * Which cells are hidden of several series that tell the same indicator: by months and sex, by years and age, by another source, by police
 * area or by the districts of before. What one hides no other shows, nor lets be added up from what it shows: it hides as many beside it
 * as it takes. Of two territories that overlap only in part neither is shown where the other is hidden: they would bound each other.
 * @returns keys as `cellKey` writes them
 */
export function planTogether(series: readonly PlannedSeries[], beside: Beside = {}): Set<string> {
  const size = series.reduce((sum, { base }) => sum + base.length, 0);
  // Which of two ways of choosing what is hidden beside small cells hides less, no rule tells: each is safe, the better one is taken.
  const [first, second] = [missedByContent, ...(size > mostTwice ? [] : [missedByWidth])].map((missed) =>
    planBy(missed, series, beside),
  ) as [Set<string>, Set<string>?];
  return second && second.size < first.size ? second : first;
}

function planBy(missed: Missed, series: readonly PlannedSeries[], { partly, within }: Beside): Set<string> {
  const all = new Set<string>();
  const own = series.map(() => new Set<string>());
  const rounds = series.length > 1 ? mostRounds : 1;
  const mayHide = within ? { within: both(within) } : {};
  for (let round = 0; round < rounds; round += 1) {
    const before = all.size;
    for (const [index, { base, rules }] of series.entries()) {
      // What it hides itself is provided for already.
      const seeds = new Set([...both(all)].filter((key) => !own[index]?.has(key)));
      for (const key of planProtection(base, { ...rules, missed, seeds, ...mayHide })) {
        own[index]?.add(key);
        all.add(plain(key));
        if (partly) for (const crossing of crossingsOf(plain(key), partly)) all.add(crossing);
      }
    }
    if (all.size === before) break;
  }
  return within ? new Set([...all].filter((key) => within.has(key))) : all;
}

/** The same cell of the territories that share a part of its own. */
function crossingsOf(key: string, partly: (territoryId: number) => readonly number[]): string[] {
  const { territory } = coordinatesOf(key);
  return partly(Number(territory)).map((other) => `${other}${key.slice(territory.length)}`);
}

const mark = ofOtherDivision('');

// A territory of another division is the same territory to whoever puts two series together.
function plain(key: string): string {
  return key.startsWith(mark) ? key.slice(mark.length) : key;
}

function both(keys: ReadonlySet<string>): Set<string> {
  return new Set([...keys].flatMap((key) => [key, `${mark}${key}`]));
}
