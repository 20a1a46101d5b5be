import { inScope } from '#database/connection.ts';
import { findPlaces } from '#database/actors/place-views.ts';
import { findMeasured, listBreaks, listSeriesOf, type MeasuredRow } from '#database/values/question-views.ts';
import type { FigureNote } from '#domain/values/question.ts';
import { refuse } from '#domain/values/refusals.ts';
import type { Context, Transaction } from '../context.ts';
import { todayOf } from '../today.ts';
import { answerRatio } from './answer-ratio.ts';
import { answerSeries, nothing } from './answer-series.ts';
import { audienceOf } from './audience-of.ts';
import { continuePast } from './continue-past.ts';
import type { Answered, Asking, FigureAnswer, FigureQuestion, Measured } from './figure-question.ts';
import { protectRatio } from './protect-ratio.ts';

/**
 * The one door by which figures leave, for every screen, table, map, file, report and portal. Numbers are read beyond the reader's scope,
 * because only who sees what is small can protect it; series that are not for the reader are as if they were not there.
 * @throws Refusal `values.indicator-not-found`, `values.series-not-found`, `values.too-much`
 */
export async function readFigures(context: Context, asked: FigureQuestion): Promise<FigureAnswer> {
  const question = { ...asked, by: [...new Set(asked.by)].toSorted() };
  const prepared = await inScope(context.database, context.actor.scope, async (tx) =>
    prepare(tx, context, question),
  );
  const { asking, measured } = prepared;
  return context.database.owner.transaction().execute(async (tx) => {
    const at = { territoryId: asking.place.id, today: asking.today };
    const { joinedIds, ...answered } = await continuePast(tx, asking, measured, async (moment, one) =>
      answer(moment, one, prepared),
    );
    const ids = [...answered.territories.map(({ id }) => id), ...joinedIds];
    const breaks = await listBreaks(tx, { ids, from: question.from, to: question.to });
    return {
      ...answered,
      indicator: measured.indicator,
      level: question.level,
      others: othersOf(prepared),
      breaks,
      audience: await audienceOf(tx, context, at),
      notes: notesOf(answered, breaks.length > 0),
    };
  });
}

// Of one territory's own line it is said already what became of it.
function notesOf({ notes }: Answered, hasBreaks: boolean): FigureNote[] {
  const isSaid = notes.some((note) => note.startsWith('past-'));
  return [...new Set([...notes, ...(hasBreaks && !isSaid ? (['territories-changed'] as const) : [])])];
}

type Prepared = {
  readonly asking: Asking;
  readonly measured: Measured;
  readonly numerator: Measured | null;
  readonly denominator: Measured | null;
};

async function prepare(tx: Transaction, context: Context, question: FigureQuestion): Promise<Prepared> {
  const { indicator: wanted } = question;
  const indicator = await findMeasured(tx, typeof wanted === 'number' ? { id: wanted } : { code: wanted });
  if (!indicator) throw refuse('values.indicator-not-found', { values: { indicator: String(wanted) } });
  const place = (await findPlaces(tx, [question.within])).get(question.within);
  if (!place) throw new Error(`there is no territory ${question.within}`);
  const withSeries = async (row: MeasuredRow): Promise<Measured> => ({
    indicator: row,
    series: await listSeriesOf(tx, row.id, place.country),
  });
  const part = async (id: number | null) => {
    const row = id === null ? undefined : await findMeasured(tx, { id });
    return row ? withSeries(row) : null;
  };
  return {
    asking: { context, question, place, today: await todayOf(tx, context, place.id) },
    measured: await withSeries(indicator),
    numerator: await part(indicator.numerator_id),
    denominator: await part(indicator.denominator_id),
  };
}

function othersOf({ measured, numerator }: Prepared) {
  return measured.series.length > 0 || !numerator ? measured.series : numerator.series;
}

async function answer(tx: Transaction, asking: Asking, prepared: Prepared): Promise<Answered> {
  const { measured, numerator, denominator } = prepared;
  const { series: wanted } = asking.question;
  const known = [...measured.series, ...(numerator?.series ?? [])];
  if (wanted !== undefined && !known.some(({ id }) => id === wanted)) throw refuse('values.series-not-found');
  const { composition, multiplier } = measured.indicator;
  if (composition === 'computed' && measured.series.length === 0) return nothing(asking, 'computed');
  // A ratio that a source publishes as such is told only where its parts are not.
  const isOwn =
    wanted === undefined ? !numerator?.series.length : measured.series.some((one) => one.id === wanted);
  if (composition !== 'ratio' || !numerator) return answerSeries(tx, asking, measured);
  const parts = { multiplier: Number(multiplier), numerator, denominator };
  if (isOwn) return protectRatio(tx, asking, await answerSeries(tx, asking, measured), parts);
  return answerRatio(tx, asking, parts);
}
