import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { surveysOperations } from '#contract/surveys/index.ts';
import { inScope } from '#database/connection.ts';
import { listRoundRows } from '#database/surveys/pulse-store.ts';
import { maySomewhere } from '#domain/access/permissions.ts';
import { lookUp, spanOf } from '../actors/look-up.ts';
import { cutPage, readIdCursor } from '../actors/page-cursor.ts';
import type { Context } from '../context.ts';
import { showRound } from './show-round.ts';

type Operation = typeof surveysOperations.listPulseRounds;

export async function listPulseRounds(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const after = readIdCursor(input.after);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const rows = await listRoundRows(tx, await spanOf(tx, input.territory), {
      after,
      limit: input.limit + 1,
    });
    const { shown, next } = cutPage(rows, input.limit, (row) => row.id);
    const names = await lookUp(tx, context, { territories: shown.map(({ territoryId }) => territoryId) });
    return {
      items: shown.map((row) => showRound(row, names.place(row.territoryId), null)),
      next,
      abilities: maySomewhere(context.actor, 'report-figures') ? ['report-figures'] : [],
    };
  });
}
