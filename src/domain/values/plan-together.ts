import { ofOtherDivision, type BaseCell, type LatticeRules } from './protection-lattice.ts';
import { planProtection } from './protection-plan.ts';

/** One series of an indicator, with how its figures add up. */
export type PlannedSeries = {
  readonly base: readonly BaseCell[];
  readonly rules: Omit<LatticeRules, 'seeds' | 'within'>;
};

/** So often what one series hides is carried to the others: what is left then changes nothing any more, as a rule. */
const mostRounds = 3;

/**
 * Which cells are hidden of several series that tell the same indicator: by months and sex, by years and age, by another source, by police
 * area or by the districts of before. What one hides no other shows, nor lets be added up from what it shows: it hides as many beside it
 * as it takes.
 * @param within the only cells that may be hidden, where a wider circle of readers is shown all others
 * @returns keys as `cellKey` writes them
 */
export function planTogether(series: readonly PlannedSeries[], within?: ReadonlySet<string>): Set<string> {
  const all = new Set<string>();
  const own = series.map(() => new Set<string>());
  const rounds = series.length > 1 ? mostRounds : 1;
  const mayHide = within ? { within: both(within) } : {};
  for (let round = 0; round < rounds; round += 1) {
    const before = all.size;
    for (const [index, { base, rules }] of series.entries()) {
      // What it hides itself is provided for already.
      const seeds = new Set([...both(all)].filter((key) => !own[index]?.has(key)));
      for (const key of planProtection(base, { ...rules, seeds, ...mayHide })) {
        own[index]?.add(key);
        all.add(plain(key));
      }
    }
    if (all.size === before) break;
  }
  return all;
}

const mark = ofOtherDivision('');

// A territory of another division is the same territory to whoever puts two series together.
function plain(key: string): string {
  return key.startsWith(mark) ? key.slice(mark.length) : key;
}

function both(keys: ReadonlySet<string>): Set<string> {
  return new Set([...keys].flatMap((key) => [key, `${mark}${key}`]));
}
