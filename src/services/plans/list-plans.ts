import type { plansOperations } from '#contract/plans/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import type { PlanRow } from '#database/plans/plan-columns.ts';
import { countPlanRows, listPlanRows } from '#database/plans/plan-views.ts';
import { maySomewhere } from '#domain/access/permissions.ts';
import { mayEditPlan } from '#domain/plans/permissions.ts';
import { isDay } from '#domain/shared/dates.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { getPlace } from '../actors/look-up.ts';
import { cutPage, readCursor, writeCursor } from '../actors/page-cursor.ts';
import type { Context, Transaction } from '../context.ts';
import { asReadBy, lookUpForPlans, showPlan } from './show-plans.ts';

type Operation = typeof plansOperations.listPlans;

export async function listPlans(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const after = readDayCursor(input.after);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const within = await plansSpan(tx, input.territory, input.below);
    const filter = { ...input, within };
    const rows = await listPlanRows(tx, filter, { after, limit: input.limit + 1 });
    const { shown, next } = cutPage(rows, input.limit, (row) =>
      writeCursor({ name: row.periodFrom, id: row.id }),
    );
    const read = await allAsReadBy(tx, context, shown);
    const names = await lookUpForPlans(tx, context, read);
    const holder = within && { territoryId: within.low, organisationId: null, structureId: null };
    const mayEdit = holder
      ? mayEditPlan(context.actor, holder) || isOwnPlace(context, holder.territoryId)
      : maySomewhere(context.actor, 'edit-plan');
    return {
      items: read.map((row) => showPlan(row, names)),
      next,
      count: await countPlanRows(tx, filter),
      abilities: mayEdit ? ['edit-plan'] : [],
    };
  });
}

// A committee's secretary, or an institution where it is at home, begins a plan of their own there.
function isOwnPlace({ actor }: Context, territoryId: number): boolean {
  return (
    actor.kind === 'account' &&
    actor.roles.some(
      ({ organisationId, structureId, territoryId: at }) =>
        at === territoryId && mayEditPlan(actor, { territoryId, organisationId, structureId }),
    )
  );
}

/** Plans as whoever asks may read them. */
export async function allAsReadBy(
  tx: Transaction,
  context: Context,
  rows: readonly PlanRow[],
): Promise<PlanRow[]> {
  const read: PlanRow[] = [];
  for (const row of rows) read.push((await asReadBy(tx, context, row)).plan);
  return read;
}

/** The territories whose plans are asked for: one alone, or with all below it. */
export async function plansSpan(tx: Transaction, reference: string | undefined, below: 'yes' | 'no') {
  if (reference === undefined) return null;
  const place = await getPlace(tx, reference);
  return { low: place.id, high: below === 'yes' ? place.lastId : place.id };
}

// A cursor of names whose name is a day.
function readDayCursor(text: string | undefined) {
  const cursor = readCursor(text);
  if (cursor === null) return null;
  if (isDay(cursor.name)) return { day: cursor.name, id: cursor.id };
  throw refuseShared('shared.invalid', { problems: [{ code: 'request.invalid-value', field: 'after' }] });
}
