import type { SeriesRow } from '#database/values/series-row.ts';
import { isPeriodKind, writePeriod } from '#domain/indicators/period.ts';
import type { Figure } from '#domain/values/figure.ts';
import { countingOf, uncertaintyOf, type Counting } from '#domain/values/uncertainty.ts';
import { lookUp, type LookUp } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';
import type { FigureAnswer } from './figure-question.ts';

/** What chance does to the indicator of an answer. */
export function countingOfAnswer({ indicator }: Pick<FigureAnswer, 'indicator'>): Counting {
  return countingOf({
    topic: indicator.topic,
    composition: indicator.composition,
    countsPeople: indicator.counts_people,
    multiplier: Number(indicator.multiplier),
    isByPopulation: indicator.denominator === 'population',
  });
}

/** A series in a line. */
export function showSeries(row: SeriesRow, language: Context['language']) {
  if (!isPeriodKind(row.periodKind)) throw new Error(`${row.periodKind} is no length of time`);
  return {
    id: String(row.id),
    title: language === 'en' ? (row.titleEn ?? row.title) : row.title,
    source: {
      id: row.sourceId,
      title: row.sourceTitle,
      publisher: row.sourcePublisher,
      address: row.sourceAddress,
      published: row.sourcePublished,
      verified: row.sourceVerified,
    },
    countingUnit: row.countingUnit,
    periodKind: row.periodKind,
    level: row.level,
    levelTitle: language === 'en' ? row.levelTitleEn : row.levelTitle,
    grain: row.grain,
    adds: row.adds,
    rank: row.rank,
    audience: row.audience as 'public',
    isPublished: row.isPublished,
    note: row.note,
    example: row.example,
  };
}

/** The indicator beside its figures. */
export function showMeasured({ indicator }: Pick<FigureAnswer, 'indicator'>, language: Context['language']) {
  const isEnglish = language === 'en';
  return {
    code: indicator.code,
    title: isEnglish ? (indicator.title_en ?? indicator.title) : indicator.title,
    unit: isEnglish ? (indicator.unit_en ?? indicator.unit) : indicator.unit,
    decimals: indicator.decimals,
    composition: indicator.composition,
    direction: indicator.direction,
    multiplier: Number(indicator.multiplier),
    countsPeople: indicator.counts_people,
  };
}

/** The names that an answer speaks of. */
export async function namesOfAnswer(
  tx: Transaction,
  context: Context,
  answer: FigureAnswer,
): Promise<LookUp> {
  const held = answer.cells.map((cell) => cell.heldAt).filter((id) => id !== null);
  const broken = answer.breaks.flatMap((one) => [one.predecessorId, one.successorId]);
  const ids = [...answer.territories.map(({ id }) => id), ...held, ...broken];
  return lookUp(tx, context, { territories: [...new Set(ids)] });
}

/** What became of the territories of an answer. */
export function showBreaks(answer: FigureAnswer, names: Pick<LookUp, 'place'>) {
  return answer.breaks.map(({ kind, on, predecessorId, successorId }) => ({
    from: names.place(predecessorId),
    to: names.place(successorId),
    on,
    kind,
  }));
}

/** Cells with the names of their places, periods and groups, each with how sure it is. */
export function showCells(answer: FigureAnswer, cells: readonly Figure[], names: Pick<LookUp, 'place'>) {
  const references = new Map<number, string>();
  const referenceOf = (id: number): string => {
    const known = references.get(id) ?? names.place(id).reference;
    references.set(id, known);
    return known;
  };
  const keys = new Map(answer.disaggregations.map(({ id, key }) => [id, key]));
  const counting = countingOfAnswer(answer);
  const multiplier = Number(answer.indicator.multiplier);
  return cells.map((cell) => ({
    territory: referenceOf(cell.territoryId),
    period: writePeriod({ kind: answer.period, start: cell.period }),
    crossing: keys.get(cell.disaggregationId) ?? '',
    value: cell.value,
    state: cell.state,
    heldAt: cell.heldAt === null ? null : referenceOf(cell.heldAt),
    reported: cell.reported,
    withheld: cell.withheld,
    reporting: cell.reporting,
    ...intervalOf(uncertaintyOf(cell, counting, multiplier)),
    answers: cell.estimate?.answers ?? null,
    numerator: cell.parts?.numerator ?? null,
    denominator: cell.parts?.denominator ?? null,
  }));
}

function intervalOf({ interval, method }: ReturnType<typeof uncertaintyOf>) {
  return { interval, method };
}
