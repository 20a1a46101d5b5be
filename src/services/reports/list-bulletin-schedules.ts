import type { OutputOf } from '#contract/operation.ts';
import type { reportsOperations } from '#contract/reports/index.ts';
import { inScope } from '#database/connection.ts';
import { listScheduleRows } from '#database/reports/schedule-store.ts';
import { lookUp } from '../actors/look-up.ts';
import type { Context } from '../context.ts';
import { voiceOf } from '#words/index.ts';

type Operation = typeof reportsOperations.listBulletinSchedules;

export async function listBulletinSchedules(context: Context): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const rows = await listScheduleRows(tx);
    const names = await lookUp(tx, context, { territories: rows.map(({ territoryId }) => territoryId) });
    return {
      items: rows.map((row) => {
        const { id, kind, audience, language, daysAfter } = row;
        const territory = names.place(row.territoryId);
        const say = voiceOf(context.language, row.country);
        const title = say(`reports.kind.${kind}`);
        return {
          id,
          kind,
          audience,
          language,
          daysAfter,
          territory,
          title: `${title}, ${row.organisationName ?? territory.name}`,
        };
      }),
    };
  });
}
