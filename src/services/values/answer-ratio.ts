import { listCoverageOf, listPeople, listSilentAreas } from '#database/values/question-views.ts';
import type { SeriesRow } from '#database/values/series-row.ts';
import { keyOf } from '#domain/values/fill-cells.ts';
import type { Figure } from '#domain/values/figure.ts';
import type { FigureNote } from '#domain/values/question.ts';
import { populationIn, ratioOf, type Denominator } from '#domain/values/ratio.ts';
import type { Transaction } from '../context.ts';
import { answerSeries } from './answer-series.ts';
import type { Answered, Asking, Measured } from './figure-question.ts';

export type RatioParts = {
  readonly multiplier: number;
  readonly numerator: Measured;
  /** null: the people who live there that year. */
  readonly denominator: Measured | null;
};

/** A ratio, made anew from its numerator and its denominator in each cell. */
export async function answerRatio(tx: Transaction, asking: Asking, parts: RatioParts): Promise<Answered> {
  const above = await answerSeries(tx, asking, parts.numerator);
  if (!above.series) return above;
  const { denominatorOf, notes } = parts.denominator
    ? await byIndicator(tx, asking, parts.denominator, above)
    : await byPopulation(tx, asking, above);
  const cells = above.cells.map((cell) => ratioOf(cell, denominatorOf(cell), parts.multiplier));
  const silent: FigureNote[] = (await isWhole(tx, asking, above.series)) ? [] : ['not-all-reported'];
  return { ...above, cells, notes: [...above.notes, ...notes, ...silent] };
}

// The people of a place that has told nothing stand below the line while its cases are missing above it.
async function isWhole(tx: Transaction, { question, place }: Asking, series: SeriesRow): Promise<boolean> {
  if (question.level >= series.level) return true;
  const { from, to } = question;
  const span = { low: Math.max(place.id, series.low), high: Math.min(place.lastId, series.high) };
  const silent = await listSilentAreas(tx, { seriesId: series.id, level: series.level, span, from, to });
  const coverage = silent.length === 0 ? [] : await listCoverageOf(tx, series.id);
  return silent.every(({ id }) => coverage.some(({ low, high }) => low <= id && id <= high));
}

type Below = {
  readonly denominatorOf: (cell: Figure) => Denominator;
  readonly notes: readonly FigureNote[];
};

/** What another indicator says stands below the line. */
export async function byIndicator(
  tx: Transaction,
  asking: Asking,
  denominator: Measured,
  above: Answered,
): Promise<Below> {
  const question = { ...asking.question, period: above.period, series: undefined };
  const below = await answerSeries(tx, { ...asking, question }, denominator);
  const known = new Map(below.cells.map((cell) => [keyOf(cell), cell]));
  const isSamePeriod = below.period === above.period;
  return {
    notes: below.notes,
    denominatorOf(cell) {
      const found = known.get(keyOf(cell));
      if (!found || !isSamePeriod || found.heldAt !== cell.heldAt) return { state: 'not-reported' };
      if (found.state !== 'value') return { state: found.state };
      return { state: 'value', value: found.value ?? 0, isEstimated: false };
    },
  };
}

async function byPopulation(tx: Transaction, { question }: Asking, above: Answered): Promise<Below> {
  if (question.by.length > 0)
    return { notes: ['rate-of-group'], denominatorOf: () => ({ state: 'not-applicable' }) };
  const { all, denominatorOf } = await peopleOf(tx, above.cells);
  // A month's events by the people of a year: of use beside other months, never beside a year.
  const notes: FigureNote[] = above.period === 'year' ? [] : ['rate-of-its-period'];
  if (all.some((one) => one.state === 'value' && one.isEstimated)) notes.push('population-estimated');
  if (all.some((one) => one.state !== 'value')) notes.push('population-missing');
  return { notes, denominatorOf };
}

/** How many people live where figures are told, in their year. */
export async function peopleOf(tx: Transaction, cells: readonly Figure[]) {
  const ids = [...new Set(cells.map((cell) => cell.heldAt ?? cell.territoryId))];
  const people = Map.groupBy(await listPeople(tx, ids), (row) => row.territoryId);
  const below = new Map<string, Denominator>();
  const years = new Set(cells.map(({ period }) => Number(period.slice(0, 4))));
  for (const id of ids)
    for (const year of years) {
      const points = (people.get(id) ?? []).map((row) => ({ year: row.year, people: row.people ?? 0 }));
      const found = populationIn(year, points);
      below.set(
        `${id}/${year}`,
        found
          ? { state: 'value', value: found.people, isEstimated: found.isEstimated }
          : { state: 'not-reported' },
      );
    }
  return {
    all: [...below.values()],
    denominatorOf: (cell: Figure): Denominator =>
      below.get(`${cell.heldAt ?? cell.territoryId}/${cell.period.slice(0, 4)}`) ?? { state: 'not-reported' },
  };
}
