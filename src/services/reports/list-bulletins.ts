import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { reportsOperations } from '#contract/reports/index.ts';
import { inScope } from '#database/connection.ts';
import { listBulletinRows } from '#database/reports/bulletin-store.ts';
import { maySomewhere } from '#domain/access/permissions.ts';
import { lookUp, spanOf } from '../actors/look-up.ts';
import { cutPage, readIdCursor } from '../actors/page-cursor.ts';
import type { Context } from '../context.ts';
import { nameOf } from './write-bulletin.ts';

type Operation = typeof reportsOperations.listBulletins;

export async function listBulletins(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const after = readIdCursor(input.after);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const within = await spanOf(tx, input.territory);
    const rows = await listBulletinRows(tx, { within, kind: input.kind }, { after, limit: input.limit + 1 });
    const { shown, next } = cutPage(rows, input.limit, (row) => row.id);
    const names = await lookUp(tx, context, { territories: shown.map(({ territoryId }) => territoryId) });
    return {
      items: shown.map((row) => ({
        id: row.id,
        title: nameOf(row.content),
        kind: row.kind,
        audience: row.audience,
        language: row.language,
        quarter: row.content.quarter,
        code: row.code,
        hash: row.hash,
        madeAt: row.madeAt.toISOString(),
        isScheduled: row.scheduleId !== null,
        isExample: row.example,
        territory: names.place(row.territoryId),
      })),
      next,
      abilities: maySomewhere(context.actor, 'review-figures') ? ['review-figures'] : [],
    };
  });
}
