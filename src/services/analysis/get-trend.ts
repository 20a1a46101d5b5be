import type { analysisOperations } from '#contract/analysis/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { changeOf } from '#domain/analysis/own-past.ts';
import { endOf, type PeriodKind } from '#domain/indicators/period.ts';
import type { Figure } from '#domain/values/figure.ts';
import { pooledWindow } from '#statistics/index.ts';
import { getPlace } from '../actors/look-up.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import type { FigureAnswer } from '../values/figure-question.ts';
import { readFigures } from '../values/read-figures.ts';
import { countingOfAnswer, namesOfAnswer } from '../values/show-figures.ts';
import { figureShower, showBeside, spanOf, writeStart } from './looked-at.ts';

type Operation = typeof analysisOperations.getTrend;

/** One territory's own past: each figure with how sure it is, and whether the latest is more than chance brings. */
export async function getTrend(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const { database, actor, language } = context;
  const { place, today, span } = await inScope(database, actor.scope, async (tx) => {
    const found = await getPlace(tx, input.territory);
    const day = await todayOf(tx, context, found.id);
    return { place: found, today: day, span: spanOf(input, day) };
  });
  const answer = await readFigures(context, {
    ...span,
    indicator: input.indicator,
    series: input.series,
    level: place.level,
    within: place.id,
    period: input.period ?? 'year',
    by: [],
  });
  const names = await inScope(database, actor.scope, async (tx) =>
    namesOfAnswer(tx, context, withTerritory(answer, place.id)),
  );
  const show = figureShower(answer, names);
  const told = trimmed(answer.cells);
  // What was of another extent is shown, and compared with nothing.
  const comparable = told.filter(({ period }) => period >= (answer.comparableFrom ?? ''));
  return {
    ...showBeside(answer, language, names),
    territory: names.place(place.id),
    points: told.map((cell) => ({
      ...show(cell),
      period: writeStart(answer, cell.period),
      isOpen: endOf({ kind: answer.period, start: cell.period }) >= today,
    })),
    change: showChange(answer, comparable, today),
    pooled: showPooled(answer, comparable, today),
  };
}

// Whoever has no figures still has a name.
function withTerritory(answer: FigureAnswer, id: number): FigureAnswer {
  const isThere = answer.territories.some((area) => area.id === id);
  const area = { id, lastId: id, parentId: null, validFrom: null, validTo: null };
  return isThere ? answer : { ...answer, territories: [...answer.territories, area] };
}

// A line begins and ends where somebody said something.
function trimmed(cells: readonly Figure[]): Figure[] {
  const inOrder = cells.toSorted((one, other) => one.period.localeCompare(other.period));
  const isSaid = ({ state }: Figure) => state !== 'not-reported' && state !== 'not-applicable';
  const first = inOrder.findIndex(isSaid);
  return first < 0 ? [] : inOrder.slice(first, inOrder.findLastIndex(isSaid) + 1);
}

function eventsOf(answer: FigureAnswer, cell: Figure): { events: number | null; persons: number | null } {
  const counting = countingOfAnswer(answer);
  if (counting === 'other' || cell.state !== 'value' || cell.heldAt !== null)
    return { events: null, persons: null };
  if (counting === 'events') return { events: whole(cell.value), persons: null };
  return { events: whole(cell.parts?.numerator ?? null), persons: cell.parts?.denominator ?? null };
}

const whole = (value: number | null) =>
  value !== null && Number.isInteger(value) && value >= 0 ? value : null;

function showChange(answer: FigureAnswer, cells: readonly Figure[], today: string) {
  const points = cells.map((cell) => ({ start: cell.period, ...eventsOf(answer, cell) }));
  const change = changeOf(points, answer.period, today);
  if (change === null) return null;
  const { latest, before, usual, ...rest } = change;
  return {
    ...rest,
    usual: { lower: usual.lower, upper: usual.upper },
    latest: { period: writeStart(answer, latest.start), events: latest.events },
    before: before.map((start) => writeStart(answer, start)),
  };
}

const yearsOf: Readonly<Record<PeriodKind, number>> = {
  day: 1 / 365.25,
  week: 7 / 365.25,
  month: 1 / 12,
  quarter: 1 / 4,
  semester: 1 / 2,
  year: 1,
};

function showPooled(answer: FigureAnswer, cells: readonly Figure[], today: string) {
  if (countingOfAnswer(answer) !== 'event-rate') return null;
  const ended = cells.filter(({ period }) => endOf({ kind: answer.period, start: period }) < today);
  const series = ended.flatMap((cell) => {
    const { events, persons } = eventsOf(answer, cell);
    const period = writeStart(answer, cell.period);
    return [
      {
        period,
        events: persons === null ? null : events,
        population: persons ?? 0,
        years: yearsOf[answer.period],
      },
    ];
  });
  const window = pooledWindow(series, { per: Number(answer.indicator.multiplier) });
  if (!window) return null;
  const { from, to, periods, events, persons, rate, warnings } = window;
  const { value, lower, upper } = rate;
  return {
    from,
    to,
    periods,
    events,
    persons,
    value,
    interval: { lower, upper },
    isEnough: warnings.length === 0,
  };
}
