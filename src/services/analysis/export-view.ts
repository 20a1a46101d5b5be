import type { FileAnswer } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { axes } from '#domain/analysis/pivot.ts';
import { refuse } from '#domain/analysis/refusals.ts';
import { isPeriodKind } from '#domain/indicators/period.ts';
import type { Context } from '../context.ts';
import { exploreFigures } from './explore-figures.ts';
import { getView } from './view-deed.ts';
import { viewQuery } from './view-query.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The table of a view, by its number or by the explorer's address, as a file: what its page would show to whoever asks.
 * @throws Refusal `analysis.view-not-found`, `analysis.asks-nothing`, and what `exploreFigures` refuses
 */
export async function exportView(
  context: Context,
  asked: { readonly view: string; readonly format: 'csv' | 'xlsx' },
): Promise<FileAnswer> {
  const query = uuid.test(asked.view) ? await queryOf(context, asked.view) : viewQuery(asked.view);
  if (query === null) throw refuse('analysis.asks-nothing');
  const file = await exploreFigures(context, { ...questionOf(query), format: asked.format });
  if (!('bytes' in file)) throw new Error('a file was asked for');
  return file;
}

async function queryOf(context: Context, id: string): Promise<string> {
  return (await inScope(context.database, context.actor.scope, async (tx) => getView(tx, id))).query;
}

/** What an address of the explorer asks of the API. */
function questionOf(query: string) {
  const asked = new URLSearchParams(query);
  const text = (name: string) => asked.get(name) ?? undefined;
  const period = text('cada');
  const given = period !== undefined && isPeriodKind(period) ? period : undefined;
  return {
    indicators: asked.getAll('indicador').join(','),
    within: text('territorio') ?? '',
    level: text('nivel'),
    from: text('desde'),
    to: text('hasta'),
    // As the page: without a span years are meant.
    period: given ?? (asked.has('desde') ? undefined : ('year' as const)),
    by: text('por'),
    across: axes.find((axis) => axis === text('columnas')) ?? ('period' as const),
  };
}
