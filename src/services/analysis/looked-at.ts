import type { InputOf } from '#contract/operation.ts';
import type { analysisOperations } from '#contract/analysis/index.ts';
import { addCalendarDays } from '#domain/shared/calendar.ts';
import type { Day } from '#domain/shared/dates.ts';
import { endOf, parsePeriod, writePeriod } from '#domain/indicators/period.ts';
import { uncertaintyOf } from '#domain/values/uncertainty.ts';
import type { Figure } from '#domain/values/figure.ts';
import { refuse } from '#domain/values/refusals.ts';
import type { LookUp } from '../actors/look-up.ts';
import type { Context } from '../context.ts';
import type { FigureAnswer } from '../values/figure-question.ts';
import { countingOfAnswer, showBreaks, showMeasured, showSeries } from '../values/show-figures.ts';

type Span = Pick<InputOf<typeof analysisOperations.getTrend>, 'from' | 'to'>;

const daysOfTenYears = 3653;

/**
 * The days that an address names, or the last ten years.
 * @throws Refusal `values.not-a-period`
 */
export function spanOf({ from, to }: Span, today: Day): { readonly from: Day; readonly to: Day } {
  const last = to === undefined ? today : endOf(periodIn(to, 'to'));
  const first =
    from === undefined
      ? `${addCalendarDays(last, -daysOfTenYears).slice(0, 4)}-01-01`
      : periodIn(from, 'from').start;
  if (first > last) throw refuse('values.not-a-period', { field: 'to', values: { text: to ?? '' } });
  return { from: first, to: last };
}

function periodIn(text: string, field: string) {
  const period = parsePeriod(text);
  if (!period) throw refuse('values.not-a-period', { field, values: { text } });
  return period;
}

/** What stands beside the figures of an answer. */
export function showBeside(
  answer: FigureAnswer,
  language: Context['language'],
  names: Pick<LookUp, 'place'>,
) {
  return {
    indicator: showMeasured(answer, language),
    counting: countingOfAnswer(answer),
    series: answer.series && showSeries(answer.series, language),
    others: answer.others.map((row) => showSeries(row, language)),
    period: answer.period,
    audience: answer.audience,
    notes: [...answer.notes],
    breaks: showBreaks(answer, names),
  };
}

/** Makes figures as they are shown, each with how sure it is. */
export function figureShower(answer: FigureAnswer, names: Pick<LookUp, 'place'>) {
  const counting = countingOfAnswer(answer);
  const multiplier = Number(answer.indicator.multiplier);
  return (cell: Pick<Figure, 'value' | 'state' | 'heldAt' | 'parts' | 'estimate' | 'reporting'>) => ({
    value: cell.value,
    state: cell.state,
    heldAt: cell.heldAt === null ? null : names.place(cell.heldAt),
    reporting: cell.reporting,
    ...showUncertainty(uncertaintyOf(cell, counting, multiplier)),
  });
}

function showUncertainty({ warnings, ...rest }: ReturnType<typeof uncertaintyOf>) {
  return { ...rest, warnings: [...warnings] };
}

/** How a period of an answer is written. */
export function writeStart(answer: Pick<FigureAnswer, 'period'>, start: Day): string {
  return writePeriod({ kind: answer.period, start });
}
