import { createHash } from 'node:crypto';
import {
  listBaseCells,
  listHolders,
  listPaths,
  listProtectedBeside,
  listPublishedBeside,
} from '#database/values/base-views.ts';
import type { SeriesRow } from '#database/values/series-row.ts';
import { isPeriodKind, type PeriodKind } from '#domain/indicators/period.ts';
import { planTogether, type PlannedSeries } from '#domain/values/plan-together.ts';
import { thresholds } from '#domain/values/protection.ts';
import type { BaseCell } from '#domain/values/protection-lattice.ts';
import type { Transaction } from '../context.ts';

type Planned = Pick<SeriesRow, 'id' | 'indicatorId' | 'country' | 'sourceId' | 'level'> & {
  readonly periodKind: PeriodKind;
};
type Rules = { readonly threshold: number; readonly addsOverTime: boolean };

// More figures of one year than can be planned while somebody waits.
const mostCells = 40_000;
const plansKept = 60;
const kept = new Map<string, ReadonlySet<string>>();

/**
 * What is hidden of a series in a year, together with all other series of the same indicator that are protected; null where it has too many
 * figures. The same figures have the same plan, which is kept.
 */
export async function planOfYear(
  tx: Transaction,
  series: Planned,
  year: number,
  rules: Rules,
): Promise<ReadonlySet<string> | null> {
  const own = await basesOf(tx, [series], year);
  if (own === null) return null;
  const beside = (await listProtectedBeside(tx, series)).flatMap(({ periodKind, ...one }) =>
    isPeriodKind(periodKind) ? [{ ...one, periodKind }] : [],
  );
  const all = await basesOf(
    tx,
    [series, ...beside].toSorted((one, other) => one.id - other.id),
    year,
  );
  // Those beside are too many to be planned with it: it is planned alone.
  const together = (all ?? own).filter(({ base }) => base.length > 0);
  const marks = await marksOf(tx, together);
  const name = JSON.stringify({ ...rules, year, marks });
  const known = kept.get(name);
  if (known) return known;
  const planned = await plannedOf(tx, together, rules);
  // Whoever is shown more is also shown what everybody is: nothing else may be hidden from them.
  const everybody =
    rules.threshold < thresholds.public
      ? planTogether(planned.map((one) => withThreshold(one, thresholds.public)))
      : undefined;
  const plan = planTogether(planned, everybody);
  kept.set(name, plan);
  const [oldest] = kept.keys();
  if (kept.size > plansKept && oldest !== undefined) kept.delete(oldest);
  return plan;
}

function withThreshold({ base, rules }: PlannedSeries, threshold: number): PlannedSeries {
  return { base, rules: { ...rules, threshold } };
}

type Told = { readonly series: Planned; readonly base: readonly BaseCell[] };

async function basesOf(tx: Transaction, series: readonly Planned[], year: number): Promise<Told[] | null> {
  const told: Told[] = [];
  let left = mostCells;
  for (const one of series) {
    const span = { from: `${year}-01-01`, to: `${year}-12-31`, limit: left + 1 };
    const base = await listBaseCells(tx, { seriesId: one.id, ...span });
    left -= base.length;
    if (left < 0) return null;
    told.push({ series: one, base });
  }
  return told;
}

// Tells two sets of figures apart, and what is published beside them.
async function marksOf(tx: Transaction, told: readonly Told[]) {
  const marks: unknown[] = [];
  for (const { base, series } of told) {
    const hash = createHash('sha256').update(JSON.stringify(base)).digest('base64url');
    marks.push([series.id, hash, await publishedBeside(tx, series)]);
  }
  return marks;
}

async function publishedBeside(tx: Transaction, series: Planned) {
  return (await listPublishedBeside(tx, series)).map(({ grain, level, periodKind }) => ({
    grain,
    level,
    periodKind: isPeriodKind(periodKind) ? periodKind : series.periodKind,
  }));
}

async function plannedOf(tx: Transaction, told: readonly Told[], rules: Rules): Promise<PlannedSeries[]> {
  const ids = told.flatMap(({ base }) => base.map(({ territoryId }) => territoryId));
  const paths = await listPaths(tx, [...new Set(ids)]);
  const inPaths = [...paths.values()].flatMap((path) => path.map(({ id }) => id));
  // Of one series nobody is told what another division holds.
  const holders =
    told.length > 1 ? await listHolders(tx, [...new Set(inPaths)]) : new Map<number, number[]>();
  const planned: PlannedSeries[] = [];
  for (const { base, series } of told) {
    const pathOf = (territoryId: number) => {
      const path = paths.get(territoryId) ?? [];
      const above = path.map(({ id }) => id);
      const last = path.at(-1);
      // What could not be placed more finely is a part of its own beside the finer ones.
      return last && last.level < series.level ? [...above, -territoryId] : above;
    };
    const alsoIn = (territoryId: number) => [
      ...new Set(pathOf(territoryId).flatMap((id) => holders.get(id) ?? [])),
    ];
    const published = await publishedBeside(tx, series);
    planned.push({ base, rules: { ...rules, periodKind: series.periodKind, published, pathOf, alsoIn } });
  }
  return planned;
}
