import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { listHandoverRows } from '#database/actors/handover-store.ts';
import { inScope } from '#database/connection.ts';
import { signedIn } from '../access/own-account.ts';
import type { Passing } from '#domain/actors/handover.ts';
import type { Context, Transaction } from '../context.ts';
import { todayOf } from '../today.ts';
import { lookUp } from './look-up.ts';
import { cutPage, readIdCursor } from './page-cursor.ts';
import { stateOfHandover } from './state-of-handover.ts';

type Operation = typeof actorsOperations.listHandovers;

export async function listHandovers(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const after = readIdCursor(input.after);
  const personId = context.actor.kind === 'account' ? context.actor.personId : null;
  const mine = input.mine === 'yes' ? signedIn(context).personId : null;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const rows = await listHandoverRows(tx, { after, limit: input.limit + 1, mine });
    const { shown, next } = cutPage(rows, input.limit, (row) => row.id);
    const names = await lookUp(tx, context, {
      territories: shown.map((row) => row.territory_id),
      organisations: shown.map((row) => row.from_organisation_id),
    });
    const days = await daysOf(tx, context, shown);
    const items = shown.map((row) => ({
      ...stateOfHandover(context, row, days.get(row.territory_id) ?? ''),
      id: row.id,
      territory: names.place(row.territory_id),
      on: row.on_date,
      reason: row.reason,
      organisation: names.optionalOrganisation(row.from_organisation_id),
      side: sideOf(row.passings as unknown as Passing[], personId),
    }));
    return { items, next };
  });
}

/** The day it is in each of the territories. */
async function daysOf(tx: Transaction, context: Context, rows: readonly { territory_id: number }[]) {
  const days = new Map<number, string>();
  for (const id of new Set(rows.map((row) => row.territory_id))) days.set(id, await todayOf(tx, context, id));
  return days;
}

function sideOf(passings: readonly Passing[], personId: string | null): 'leaves' | 'comes' | null {
  if (passings.some(({ to }) => to === personId)) return 'comes';
  return passings.some(({ from }) => from === personId) ? 'leaves' : null;
}
