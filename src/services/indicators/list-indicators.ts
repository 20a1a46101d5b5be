import type { indicatorsOperations } from '#contract/indicators/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import {
  countByFilter,
  countIndicatorRows,
  listIndicatorRows,
} from '#database/indicators/indicator-views.ts';
import { findTold } from '#database/indicators/use-views.ts';
import { maySomewhere } from '#domain/access/permissions.ts';
import { indicatorCodePattern } from '#domain/indicators/codes.ts';
import { refuse } from '#domain/shared/refusals.ts';
import { spanOf } from '../actors/look-up.ts';
import { cutPage } from '../actors/page-cursor.ts';
import type { Context } from '../context.ts';
import { showIndicator } from './show-indicators.ts';

type Operation = typeof indicatorsOperations.listIndicators;

export async function listIndicators(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { after = null, limit } = input;
  if (after !== null && !indicatorCodePattern.test(after))
    throw refuse('shared.invalid', { problems: [{ code: 'request.invalid-value', field: 'after' }] });
  return inScope(context.database, context.actor.scope, async (tx) => {
    const filter = { ...input, at: await spanOf(tx, input.territory) };
    const rows = await listIndicatorRows(tx, filter, { after, limit: limit + 1 });
    const { shown, next } = cutPage(rows, limit, (row) => row.code);
    const told = await findTold(tx, shown, filter.at);
    return {
      items: shown.map((row) => showIndicator(row, told)),
      next,
      count: await countIndicatorRows(tx, filter),
      counts: await countByFilter(tx, filter),
      abilities: maySomewhere(context.actor, 'edit-indicator') ? ['edit-indicator'] : [],
    };
  });
}
