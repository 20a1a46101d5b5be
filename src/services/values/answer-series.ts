import { listSums, listTold } from '#database/values/figure-views.ts';
import { listAreas, listAreasOver, listCoverageOf, listCrossings } from '#database/values/question-views.ts';
import type { SeriesRow } from '#database/values/series-row.ts';
import { endOf, isPeriodKind, periodOf, periodsBetween, type PeriodKind } from '#domain/indicators/period.ts';
import { isPartial } from '#domain/values/count-reporting.ts';
import { addOverTime, figureOfSum, figureOfTold } from '#domain/values/add-up.ts';
import { fillCells, type Area } from '#domain/values/fill-cells.ts';
import type { Figure } from '#domain/values/figure.ts';
import { holdAbove } from '#domain/values/hold-above.ts';
import { chooseSeries, type Choice, type FigureNote, type SeriesFacts } from '#domain/values/question.ts';
import { refuse } from '#domain/values/refusals.ts';
import type { Transaction } from '../context.ts';
import { addCertainty } from './add-certainty.ts';
import type { Answered, Asking, Crossing, Measured } from './figure-question.ts';
import { protectFigures } from './protect-figures.ts';

type Facts = SeriesFacts & { readonly row: SeriesRow };

// More cells than a screen, a map or a sheet can use; a file is asked for in parts.
const mostCells = 400_000;
const whole: Crossing = { id: 0, key: '', parts: {}, isUnclassed: false };

/** What the first series by rank that can says to a question, with small numbers protected. */
export async function answerSeries(tx: Transaction, asking: Asking, measured: Measured): Promise<Answered> {
  const choice = choose(asking, measured);
  if (!choice) return nothing(asking, measured.series.length > 0 ? 'no-crossing' : 'no-series');
  const frame = await frameOf(tx, asking, choice);
  const read = await readCells(tx, measured, choice, frame);
  const seen = new Set(read.map((figure) => figure.disaggregationId));
  const crossings = frame.crossings.filter(({ id }) => id === whole.id || seen.has(id));
  const coverage = await listCoverageOf(tx, choice.series.id);
  const filled = fillCells(
    {
      ...frame,
      seriesId: choice.series.id,
      seriesPeriod: choice.series.periodKind,
      period: choice.period,
      areas: frame.answered,
      about: choice.series,
      disaggregationIds: crossings.map(({ id }) => id),
      coverage,
      unclassedIds: new Set(crossings.filter((one) => one.isUnclassed).map(({ id }) => id)),
    },
    read,
  );
  const told = {
    ...frame,
    series: { ...choice.series.row, periodKind: choice.series.periodKind },
    areas: frame.answered,
    period: choice.period,
  };
  const safe = await protectFigures(tx, asking, measured.indicator, { ...told, figures: filled });
  const shown = await addCertainty(tx, { ...told, level: choice.level, coverage, today: asking.today }, safe);
  const isHeld = choice.notes.includes('held-above');
  const cells = isHeld ? holdAbove(frame.asked, frame.answered, shown) : shown;
  const notes = notesOf(choice, measured, cells);
  const territories = isHeld ? frame.asked : frame.answered;
  return {
    series: choice.series.row,
    period: choice.period,
    territories,
    disaggregations: crossings,
    cells,
    notes,
  };
}

function choose({ question, place }: Asking, measured: Measured): Choice<Facts> | null {
  const wanted = measured.series.filter(({ id }) => question.series === undefined || id === question.series);
  const facts = wanted.map((row) => ({ ...row, row, periodKind: kindOf(row.periodKind) }));
  return chooseSeries(facts, { ...question, low: place.id, high: place.lastId });
}

function kindOf(text: string): PeriodKind {
  if (!isPeriodKind(text)) throw new Error(`${text} is no length of time`);
  return text;
}

/** The answer where nobody has said anything. */
export function nothing({ question }: Asking, note: FigureNote): Answered {
  return {
    series: null,
    period: question.period ?? 'year',
    territories: [],
    disaggregations: [],
    cells: [],
    notes: [note],
  };
}

type Frame = {
  readonly from: string;
  readonly to: string;
  readonly crossings: readonly Crossing[];
  /** The territories asked for, and those of the level that the source knows. */
  readonly asked: readonly Area[];
  readonly answered: readonly Area[];
};

async function frameOf(tx: Transaction, { question, place }: Asking, choice: Choice<Facts>): Promise<Frame> {
  const from = periodOf(choice.period, question.from).start;
  const to = endOf(periodOf(choice.period, question.to));
  const crossings =
    question.by.length === 0 ? [whole] : ((await listCrossings(tx, question.by)) as Crossing[]);
  const span = { low: place.id, high: place.lastId };
  const asked = await listAreas(tx, { level: question.level, span, from, to });
  const ids = asked.map(({ id }) => id);
  const answered = choice.level < question.level ? await listAreasOver(tx, choice.level, ids) : asked;
  const size = asked.length * periodsBetween(choice.period, from, to).length * Math.max(1, crossings.length);
  if (size > mostCells) throw refuse('values.too-much', { values: { cells: size, most: mostCells } });
  return { from, to, crossings, asked, answered };
}

async function readCells(
  tx: Transaction,
  { indicator }: Measured,
  { series, level, period }: Choice<Facts>,
  frame: Frame,
): Promise<Figure[]> {
  if (frame.answered.length === 0 || frame.crossings.length === 0) return [];
  const query = {
    seriesId: series.id,
    level,
    first: Math.min(...frame.answered.map(({ id }) => id)),
    last: Math.max(...frame.answered.map(({ lastId }) => lastId)),
    from: frame.from,
    to: frame.to,
    disaggregationIds: frame.crossings.map(({ id }) => id),
  };
  const isStock = indicator.composition === 'stock';
  const isAsTold = !series.adds || (level === series.level && frame.crossings.every(isOfGrain(series)));
  if (isAsTold) {
    const told = (await listTold(tx, query)).map((cell) => figureOfTold(series.id, cell));
    return period === series.periodKind ? told : addOverTime(told, period, isStock);
  }
  const inDatabase = period !== series.periodKind && !isStock;
  const sums = await listSums(tx, { ...query, period: inDatabase ? period : null });
  const figures = sums.map((cell) => figureOfSum(series.id, cell));
  return isStock ? addOverTime(figures, period, true) : figures;
}

const isOfGrain =
  ({ grain }: SeriesFacts) =>
  ({ parts }: Crossing) =>
    Object.keys(parts).length === grain.length;

function notesOf(choice: Choice<Facts>, { indicator }: Measured, cells: readonly Figure[]): FigureNote[] {
  const notes = [...choice.notes];
  if (cells.some((cell) => cell.state === 'protected')) notes.push('protected');
  if (cells.some((cell) => cell.state === 'value' && cell.withheld > 0)) notes.push('sum-is-least');
  if (indicator.composition === 'stock' && choice.period !== choice.series.periodKind)
    notes.push('stock-last');
  if (cells.some((cell) => cell.state === 'value' && isPartial(cell.reporting))) notes.push('sum-is-partial');
  if (indicator.composition === 'estimate') notes.push(...notesOfEstimates(cells));
  return notes;
}

function notesOfEstimates(cells: readonly Figure[]): FigureNote[] {
  const told = cells.filter(({ state }) => state === 'value');
  const has = (figure: Figure) => figure.estimate?.interval != null;
  return [
    ...(told.some(has) ? (['interval-of-sample'] as const) : []),
    ...(told.every(has) ? [] : (['no-interval'] as const)),
  ];
}
