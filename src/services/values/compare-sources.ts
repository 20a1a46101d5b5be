import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { valuesOperations } from '#contract/values/index.ts';
import { inScope } from '#database/connection.ts';
import { findFreshness } from '#database/values/series-views.ts';
import { isPeriodKind, periodKinds, writePeriod, type PeriodKind } from '#domain/indicators/period.ts';
import { compareFigures, whyTheyDiffer } from '#domain/values/compare-sources.ts';
import { keyOf } from '#domain/values/fill-cells.ts';
import { silentFigure, type Figure } from '#domain/values/figure.ts';
import type { Context, Transaction } from '../context.ts';
import { askFigures } from './ask-figures.ts';
import type { FigureAnswer } from './figure-question.ts';
import { readFigures } from './read-figures.ts';
import { getSeriesRow } from './series-deed.ts';
import { namesOfAnswer, showMeasured, showSeries } from './show-figures.ts';

type Operation = typeof valuesOperations.compareSources;

/** Two sources side by side. Each leaves by the one door, so that what is small in one is hidden in the difference too. */
export async function compareSources(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { actor, database, language } = context;
  const question = await inScope(database, actor.scope, async (tx) => {
    const kinds = [await getSeriesRow(tx, input.first), await getSeriesRow(tx, input.second)];
    return { ...(await askFigures(tx, input)), period: input.period ?? longest(kinds) };
  });
  const first = await readFigures(context, { ...question, series: input.first });
  const second = await readFigures(context, { ...question, series: input.second });
  return inScope(database, actor.scope, async (tx) => {
    const names = await namesOfAnswer(tx, context, first.cells.length > 0 ? first : second);
    const [one, other] = [await getSeriesRow(tx, input.first), await getSeriesRow(tx, input.second)];
    return {
      indicator: showMeasured(first, language),
      first: showSeries(one, language),
      second: showSeries(other, language),
      period: first.period,
      why: await whyOf(tx, one, other),
      rows: rowsOf(first, second).map(({ mine, theirs }) => ({
        territory: names.place(mine.territoryId),
        period: writePeriod({ kind: first.period, start: mine.period }),
        first: { value: mine.value, state: mine.state },
        second: { value: theirs.value, state: theirs.state },
        ...compareFigures(mine, theirs),
      })),
      notes: [...new Set([...first.notes, ...second.notes])],
    };
  });
}

// Compared is what both can tell: the longer of their two periods.
function longest(series: readonly { readonly periodKind: string }[]): PeriodKind {
  const kinds = series.map(({ periodKind }) => periodKind).filter(isPeriodKind);
  return kinds.toSorted((one, other) => periodKinds.indexOf(other) - periodKinds.indexOf(one))[0] ?? 'year';
}

function rowsOf(first: FigureAnswer, second: FigureAnswer): { mine: Figure; theirs: Figure }[] {
  // A figure of a wider territory is not one of this place, nor one of a longer time one of this.
  const isAlike = first.period === second.period;
  const usable = second.cells.filter((cell) => isAlike && cell.heldAt === null);
  const theirs = new Map(usable.map((cell) => [keyOf(cell), cell]));
  const mine = first.cells.map((cell) => (cell.heldAt === null ? cell : silentFigure(cell)));
  return mine
    .map((cell) => ({ mine: cell, theirs: theirs.get(keyOf(cell)) ?? silentFigure(cell) }))
    .filter((pair) =>
      [pair.mine, pair.theirs].some(({ state }) => state !== 'not-reported' && state !== 'not-applicable'),
    );
}

type Row = Awaited<ReturnType<typeof getSeriesRow>>;

async function whyOf(tx: Transaction, one: Row, other: Row): Promise<string[]> {
  const fresh = await findFreshness(tx, [one.id, other.id]);
  const counted = (row: Row) => ({
    countingUnit: row.countingUnit,
    periodKind: row.periodKind,
    level: row.level,
    cutoffOn: fresh.get(row.id)?.cutoffOn ?? null,
    isProvisional: fresh.get(row.id)?.isProvisional ?? false,
  });
  return whyTheyDiffer(counted(one), counted(other));
}
