import type { valuesOperations } from '#contract/values/index.ts';
import type { InputOf } from '#contract/operation.ts';
import type { PlaceRow } from '#database/actors/place-views.ts';
import { findCountryOfIndicator, findLevelOfKind } from '#database/values/place-of-question.ts';
import { endOf, parsePeriod } from '#domain/indicators/period.ts';
import { refuse } from '#domain/values/refusals.ts';
import { getPlace } from '../actors/look-up.ts';
import type { Transaction } from '../context.ts';
import type { FigureQuestion } from './figure-question.ts';

type Asked = Pick<
  InputOf<typeof valuesOperations.listValues>,
  'indicator' | 'level' | 'from' | 'to' | 'within' | 'territory' | 'by' | 'period' | 'series'
>;

/**
 * A question as it stands in an address, made exact. Without a territory the country of the indicator is meant, or the first that has figures.
 * @throws Refusal `actors.territory-not-found`, `values.not-a-period`, `values.not-a-level`
 */
export async function askFigures(tx: Transaction, asked: Asked): Promise<FigureQuestion> {
  const reference = asked.territory ?? asked.within ?? (await findCountryOfIndicator(tx, asked.indicator));
  if (reference === undefined)
    throw refuse('values.indicator-not-found', { values: { indicator: asked.indicator } });
  const place = await getPlace(tx, reference);
  const [from, to] = [periodIn(asked.from, 'from'), periodIn(asked.to, 'to')];
  return {
    indicator: asked.indicator,
    level: asked.territory === undefined ? await levelWithin(tx, asked.level, place) : place.level,
    within: place.id,
    from: from.start,
    to: endOf(to),
    period: asked.period ?? null,
    by: (asked.by ?? '')
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
    series: asked.series,
  };
}

function periodIn(text: string, field: string) {
  const period = parsePeriod(text);
  if (!period) throw refuse('values.not-a-period', { field, values: { text } });
  return period;
}

/**
 * The level that an address names, by its number or by a kind of territory; else that of the place itself.
 * @throws Refusal `values.not-a-level`
 */
export async function levelWithin(
  tx: Transaction,
  text: string | undefined,
  place: Pick<PlaceRow, 'country' | 'level'>,
): Promise<number> {
  if (text === undefined) return place.level;
  const level = /^[0-6]$/.test(text) ? Number(text) : await findLevelOfKind(tx, place.country, text);
  if (level === undefined || level < place.level)
    throw refuse('values.not-a-level', { field: 'level', values: { text } });
  return level;
}
