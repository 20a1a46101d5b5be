import { keyOf } from '#domain/values/fill-cells.ts';
import type { Figure } from '#domain/values/figure.ts';
import { isCountOfPeople, protectedFigure, thresholds } from '#domain/values/protection.ts';
import { tellsSmallCount } from '#domain/values/ratio.ts';
import type { Transaction } from '../context.ts';
import { answerSeries } from './answer-series.ts';
import { audienceOf } from './audience-of.ts';
import { byIndicator, peopleOf, type RatioParts } from './answer-ratio.ts';
import type { Answered, Asking } from './figure-question.ts';

/**
 * A ratio that a source tells as such, of which whoever knows of how many it is works out the count: hidden where the count is, and where it
 * would be too small, whether anybody tells the count or not. What is officially published is shown as published.
 */
export async function protectRatio(
  tx: Transaction,
  asking: Asking,
  answered: Answered,
  parts: RatioParts,
): Promise<Answered> {
  const { composition, counts_people: countsPeople } = parts.numerator.indicator;
  if (answered.series === null || answered.series.isPublished || !isCountOfPeople(composition, countsPeople))
    return answered;
  const heldAt = answered.cells.find((cell) => cell.heldAt !== null)?.heldAt;
  const at = { territoryId: heldAt ?? asking.place.id, today: asking.today };
  const threshold = thresholds[await audienceOf(tx, asking.context, at)];
  if (threshold === 0) return answered;
  const question = { ...asking.question, period: answered.period, series: undefined };
  const above = await answerSeries(tx, { ...asking, question }, parts.numerator);
  const isAlike = above.period === answered.period;
  const counts = new Map(above.cells.map((cell) => [keyOf(cell), cell]));
  const { denominatorOf } = parts.denominator
    ? await byIndicator(tx, asking, parts.denominator, answered)
    : await peopleOf(tx, answered.cells);
  const isTold = (cell: Figure) => {
    const count = isAlike ? counts.get(keyOf(cell)) : undefined;
    if (count?.state === 'protected') return false;
    const below = denominatorOf(cell);
    const isOfGroup = cell.disaggregationId !== 0 && parts.denominator === null;
    return !tellsSmallCount(cell, { below, isOfGroup, threshold, multiplier: parts.multiplier });
  };
  const cells = answered.cells.map((cell) =>
    cell.value === null || isTold(cell) ? cell : protectedFigure(cell),
  );
  const isHidden = cells.some(({ state }) => state === 'protected');
  return { ...answered, cells, notes: isHidden ? [...answered.notes, 'protected'] : answered.notes };
}
