import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { listPersonRows } from '#database/actors/people-views.ts';
import { inScope } from '#database/connection.ts';
import type { PersonStanding, Visibility } from '#domain/actors/vocabulary.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { lookUp, spanOf } from './look-up.ts';
import { cutPage, readCursor, writeCursor } from './page-cursor.ts';

type Operation = typeof actorsOperations.listPeople;

export async function listPeople(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const after = readCursor(input.after);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const within = await spanOf(tx, input.territory);
    const rows = await listPersonRows(
      tx,
      { ...input, within, after, limit: input.limit + 1 },
      await todayOf(tx, context, input.territory),
    );
    const { shown, next } = cutPage(rows, input.limit, writeCursor);
    const names = await lookUp(tx, context, {
      territories: shown.map((row) => row.territory_id),
      organisations: shown.map((row) => row.organisation_id),
    });
    const items = shown.map((row) => ({
      id: row.id,
      name: row.name,
      standing: row.standing as PersonStanding,
      visibility: row.visibility as Visibility,
      territory: names.place(row.territory_id),
      organisation: names.optionalOrganisation(row.organisation_id),
      post: row.post,
    }));
    return { items, next };
  });
}
