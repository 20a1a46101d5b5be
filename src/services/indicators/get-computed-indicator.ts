import type { indicatorsOperations } from '#contract/indicators/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { isInDays, isIndicatorCode } from '#domain/compliance/indicators.ts';
import { endOf, parsePeriod } from '#domain/indicators/period.ts';
import { refuse } from '#domain/indicators/refusals.ts';
import { showPlace } from '../actors/look-up.ts';
import { complianceFilter } from '../compliance/compliance-filter.ts';
import { figuresOf } from '../compliance/figures-of.ts';
import type { Context } from '../context.ts';
import { getIndicatorRow } from './indicator-deed.ts';

type Operation = typeof indicatorsOperations.getComputedIndicator;

/** Works an indicator out from what is recorded, for whoever asks as far as they may see it. Nothing is kept. */
export async function getComputedIndicator(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const span = spanOf(input.period);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { code, rule } = await getIndicatorRow(tx, input.code);
    if (rule === null || !isIndicatorCode(rule)) throw refuse('indicators.not-computed');
    const { territory } = input;
    const { place, filter } = await complianceFilter(tx, context, { territory, ...span });
    const { figures } = await figuresOf(tx, filter);
    // A share is told as a percentage; ages are days already.
    const inUnit = (value: number | null) => (value === null || isInDays(rule) ? value : value * 100);
    return {
      code,
      rule,
      territory: showPlace(place, context.language),
      from: span?.from ?? null,
      to: span?.to ?? null,
      asOf: filter.today,
      figures: figures
        .filter((figure) => figure.code === rule)
        .map(({ part, numerator, denominator, value, p90, currency }) => ({
          part,
          numerator,
          denominator,
          value: inUnit(value),
          p90,
          currency,
        })),
    };
  });
}

function spanOf(text: string | undefined) {
  if (text === undefined) return null;
  const period = parsePeriod(text);
  if (!period) throw refuse('indicators.not-a-period', { field: 'period', values: { given: text } });
  return { from: period.start, to: endOf(period) };
}
