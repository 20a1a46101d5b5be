import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { listHandoverRows } from '#database/actors/handover-store.ts';
import { inScope } from '#database/connection.ts';
import { signedIn } from '../access/own-account.ts';
import type { Context } from '../context.ts';
import { lookUp } from './look-up.ts';
import { cutPage, readIdCursor } from './page-cursor.ts';

type Operation = typeof actorsOperations.listHandovers;

export async function listHandovers(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const after = readIdCursor(input.after);
  const to = input.mine === 'yes' ? signedIn(context).personId : null;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const rows = await listHandoverRows(tx, { after, limit: input.limit + 1, to });
    const { shown, next } = cutPage(rows, input.limit, (row) => row.id);
    const names = await lookUp(tx, context, {
      territories: shown.map((row) => row.territory_id),
      organisations: shown.map((row) => row.from_organisation_id),
    });
    const items = shown.map((row) => ({
      id: row.id,
      territory: names.place(row.territory_id),
      on: row.on_date,
      reason: row.reason,
      organisation: names.optionalOrganisation(row.from_organisation_id),
    }));
    return { items, next };
  });
}
