import { createHash } from 'node:crypto';
import {
  listBaseCells,
  listBeside,
  listFamily,
  listHolders,
  listPartly,
  listPaths,
  listPublishedBeside,
} from '#database/values/base-views.ts';
import type { SeriesRow } from '#database/values/series-row.ts';
import { isPeriodKind, type PeriodKind } from '#domain/indicators/period.ts';
import { overlapsOf } from '#domain/values/overlaps.ts';
import { partsOfWhole, underItsKind, type FamilySeries } from '#domain/values/part-of-whole.ts';
import { planTogether, type PlannedSeries } from '#domain/values/plan-together.ts';
import { thresholds } from '#domain/values/protection.ts';
import { ofKind, type BaseCell, type Published } from '#domain/values/protection-lattice.ts';
import type { Transaction } from '../context.ts';

type Planned = Pick<
  SeriesRow,
  'id' | 'indicatorId' | 'country' | 'sourceId' | 'level' | 'adds' | 'isPublished'
> & {
  readonly periodKind: PeriodKind;
};
type Rules = { readonly threshold: number; readonly addsOverTime: boolean };
type Relative = Awaited<ReturnType<typeof listFamily>>[number];

/** What is hidden of a series, by keys as `cellKey` writes them. */
export type Plan = Pick<ReadonlySet<string>, 'has'>;

// More figures of one year than can be planned while somebody waits.
const mostCells = 40_000;
const plansKept = 60;
const kept = new Map<string, ReadonlySet<string>>();

/**
 * What is hidden of a series in a year, together with all other series of the same indicator that are protected, and with those of indicators
 * that it is part of or that are part of it; null where it has too many figures. The same figures have the same plan, which is kept.
 */
export async function planOfYear(
  tx: Transaction,
  series: Planned,
  year: number,
  rules: Rules,
): Promise<Plan | null> {
  const circle = await circleOf(tx, series, year, rules);
  if (circle === null) return null;
  const kind = circle.family.length > 1 ? String(series.indicatorId) : '';
  const plan = await planOf(tx, circle, year, rules.threshold);
  return { has: (key) => plan.has(ofKind(key, kind)) };
}

type Circle = { readonly family: readonly Relative[]; readonly told: readonly Told[] };

/** The series that are planned together: of the whole family; where those are too many, of the indicator; else it alone. */
async function circleOf(
  tx: Transaction,
  series: Planned,
  year: number,
  { addsOverTime }: Rules,
): Promise<Circle | null> {
  const own = { id: series.indicatorId, wholeId: null, addsOverTime };
  // What never adds up is part of nothing; only its own groups are set against one another.
  const relatives = series.adds ? await listFamily(tx, series.indicatorId) : [own];
  const indicatorIds = relatives.map(({ id }) => id);
  const adding = (await listBeside(tx, { indicatorIds, country: series.country, adds: series.adds })).flatMap(
    ({ periodKind, ...one }) => (isPeriodKind(periodKind) ? [{ ...one, periodKind }] : []),
  );
  const others = new Set(adding.map(({ indicatorId }) => indicatorId));
  const family = others.size > 1 ? relatives : [own];
  const ofIndicator = adding.filter(
    (one) => one.indicatorId === series.indicatorId && (!one.isPublished || one.id === series.id),
  );
  const circles = [
    ...(family.length > 1 ? [{ family, series: adding }] : []),
    { family: [own], series: ofIndicator },
    { family: [own], series: [series] },
  ];
  for (const circle of circles) {
    const told = await basesOf(tx, circle.series, year);
    if (told) return { family: circle.family, told: told.filter(({ base }) => base.length > 0) };
  }
  return null;
}

async function planOf(tx: Transaction, circle: Circle, year: number, threshold: number) {
  const marks = await marksOf(tx, circle);
  const name = JSON.stringify({ threshold, year, marks });
  const known = kept.get(name);
  if (known) return known;
  const { lattices, partly } = await latticesOf(tx, circle);
  const forAudience = (most: number) =>
    lattices.map(({ base, rules }): PlannedSeries => ({ base, rules: { ...rules, threshold: most } }));
  // Whoever is shown more is also shown what everybody is: nothing else may be hidden from them.
  const within =
    threshold < thresholds.public ? planTogether(forAudience(thresholds.public), { partly }) : undefined;
  const plan = planTogether(forAudience(threshold), { partly, within });
  kept.set(name, plan);
  const [oldest] = kept.keys();
  if (kept.size > plansKept && oldest !== undefined) kept.delete(oldest);
  return plan;
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

// Tells two sets of figures apart, what is part of what, and what is published beside them.
async function marksOf(tx: Transaction, { family, told }: Circle) {
  const marks: unknown[] = [family];
  for (const { base, series } of told) {
    const hash = createHash('sha256').update(JSON.stringify(base)).digest('base64url');
    marks.push([series.id, series.isPublished, hash, await publishedBeside(tx, series)]);
  }
  return marks;
}

async function publishedBeside(tx: Transaction, series: Planned): Promise<Published[]> {
  return (await listPublishedBeside(tx, series)).map(({ grain, level, periodKind }) => ({
    grain,
    level,
    periodKind: isPeriodKind(periodKind) ? periodKind : series.periodKind,
  }));
}

async function latticesOf(tx: Transaction, { family, told }: Circle) {
  const ids = told.flatMap(({ base }) => base.map(({ territoryId }) => territoryId));
  const paths = await listPaths(tx, [...new Set(ids)]);
  const inPaths = [...new Set([...paths.values()].flatMap((path) => path.map(({ id }) => id)))];
  // Of one series nobody is told what another division holds.
  const overlaps =
    told.length > 1 ? overlapsOf(await listHolders(tx, inPaths), await listPartly(tx, inPaths)) : undefined;
  const series: (FamilySeries & { readonly isPublished: boolean })[] = [];
  for (const { base, series: one } of told) {
    const pathOf = (territoryId: number) => {
      // Different people of a wider territory are not the sum of those of its parts.
      if (!one.adds) return [territoryId];
      const path = paths.get(territoryId) ?? [];
      const above = path.map(({ id }) => id);
      const last = path.at(-1);
      // What could not be placed more finely is a part of its own beside the finer ones.
      return last && last.level < one.level ? [...above, -territoryId] : above;
    };
    const relative = family.find(({ id }) => id === one.indicatorId);
    const rules = {
      threshold: thresholds.public,
      periodKind: one.periodKind,
      addsOverTime: one.adds && (relative?.addsOverTime ?? true),
      published: await publishedBeside(tx, one),
      pathOf,
      alsoIn: one.adds ? overlaps?.alsoIn : undefined,
    };
    series.push({ base, kind: String(one.indicatorId), rules, isPublished: one.isPublished });
  }
  const open = told.flatMap(openOf);
  const lattices = family.length > 1 ? latticesOfFamily(family, series, open) : series;
  return { lattices, partly: overlaps?.partly };
}

// What a series publishes itself.
function openOf({ base, series }: Told): Published[] {
  if (!series.isPublished) return [];
  const grain = Object.keys(base[0]?.parts ?? {});
  return [{ level: series.level, periodKind: series.periodKind, grain, kind: String(series.indicatorId) }];
}

/** The protected series each by itself, and every one set against those of indicators that are part of its own. */
function latticesOfFamily(
  family: readonly Relative[],
  series: readonly (FamilySeries & { readonly isPublished: boolean })[],
  open: readonly Published[],
): PlannedSeries[] {
  const told = new Set(series.map(({ kind }) => kind));
  // Where nobody tells one that lies between, its parts are parts of what it is part of.
  const partsOf = (id: number, over: readonly number[] = []): string[] =>
    family
      .filter((one) => one.wholeId === id && !over.includes(one.id))
      .flatMap((part) => (told.has(String(part.id)) ? [String(part.id)] : partsOf(part.id, [...over, id])));
  const own = series.filter(({ isPublished }) => !isPublished).map(underItsKind);
  const together = series.flatMap((whole) => {
    const kinds = new Set(partsOf(Number(whole.kind)));
    const parts = series.filter(({ kind }) => kinds.has(kind));
    const beside = [whole, ...parts].flatMap(({ kind, rules }) =>
      (rules.published ?? []).map((one) => ({ ...one, kind })),
    );
    const published = [...open, ...beside];
    return partsOfWhole({ ...whole, rules: { ...whole.rules, published } }, parts);
  });
  return [...own, ...together];
}
