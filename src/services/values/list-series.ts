import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { valuesOperations } from '#contract/values/index.ts';
import { inScope } from '#database/connection.ts';
import { findMeasured } from '#database/values/question-views.ts';
import { findFreshness, listSeriesRows } from '#database/values/series-views.ts';
import { maySomewhere } from '#domain/access/permissions.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { refuse } from '#domain/values/refusals.ts';
import { lookUp, spanOf } from '../actors/look-up.ts';
import { cutPage } from '../actors/page-cursor.ts';
import type { Context } from '../context.ts';
import { showSeriesLine } from './show-series.ts';

type Operation = typeof valuesOperations.listSeries;

export async function listSeries(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const after = readAfter(input.after);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const indicator =
      input.indicator === undefined ? null : await findMeasured(tx, { code: input.indicator });
    if (indicator === undefined)
      throw refuse('values.indicator-not-found', { values: { indicator: String(input.indicator) } });
    const rows = await listSeriesRows(tx, {
      indicatorId: indicator?.id ?? null,
      within: await spanOf(tx, input.territory),
      retired: input.retired === 'yes',
      after,
      limit: input.limit + 1,
    });
    const { shown, next } = cutPage(rows, input.limit, (row) =>
      Buffer.from(JSON.stringify([row.indicatorCode, row.rank, row.id])).toString('base64url'),
    );
    const names = await lookUp(tx, context, { territories: shown.map((row) => row.territoryId) });
    const fresh = await findFreshness(
      tx,
      shown.map(({ id }) => id),
    );
    const mayEdit = maySomewhere(context.actor, 'edit-indicator') || maySomewhere(context.actor, 'import');
    return {
      items: shown.map((row) => showSeriesLine(row, { names, fresh, language: context.language })),
      next,
      abilities: mayEdit ? ['edit-indicator'] : [],
    };
  });
}

/** @throws Refusal when the text is no cursor of ours */
function readAfter(text: string | undefined) {
  if (text === undefined) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (
      Array.isArray(parts) &&
      typeof parts[0] === 'string' &&
      Number.isInteger(parts[1]) &&
      Number.isInteger(parts[2])
    )
      return { code: parts[0], rank: Number(parts[1]), id: Number(parts[2]) };
  } catch {
    // Not ours: refused below like any other text.
  }
  throw refuseShared('shared.invalid', { problems: [{ code: 'request.invalid-value', field: 'after' }] });
}
