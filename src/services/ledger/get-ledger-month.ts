import type { ledgerOperations } from '#contract/commitments/ledger.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { listLedgerLines } from '#database/ledger/ledger-views.ts';
import { addCalendarDays } from '#domain/shared/calendar.ts';
import type { Context } from '../context.ts';
import { ledgerFilter } from './ledger-filter.ts';
import { showLedger } from './show-ledger.ts';

type Operation = typeof ledgerOperations.getLedgerMonth;

/** More than this is no month that anybody reads as a grid: it says so, and the list goes on. */
const most = 500;

export async function getLedgerMonth(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const from = `${input.month}-01`;
  const to = lastOf(input.month);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { filter } = await ledgerFilter(tx, context, { ...input, from, to });
    const lines = await listLedgerLines(tx, filter, { after: null, limit: most + 1 });
    const items = await showLedger(tx, context, lines.slice(0, most), filter);
    const days = [...Map.groupBy(items, ({ dueOn }) => dueOn)].map(([on, list]) => ({
      on,
      count: list.length,
      collides: hasCollision(list.map(({ obligor }) => obligor.id)),
      items: list,
    }));
    return { today: filter.today, days, isMore: lines.length > most };
  });
}

// The last day of a month is the day before the first of the next.
function lastOf(month: string): string {
  const next = addCalendarDays(`${month}-28`, 4).slice(0, 7);
  return addCalendarDays(`${next}-01`, -1);
}

function hasCollision(obligors: readonly string[]): boolean {
  return new Set(obligors).size < obligors.length;
}
