import type { ledgerOperations } from '#contract/commitments/ledger.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findPartyNames } from '#database/compliance/case-views.ts';
import { inScope } from '#database/connection.ts';
import type { LedgerFilter } from '#database/ledger/ledger-filter-sql.ts';
import { countLedgerLines, listLedgerLines } from '#database/ledger/ledger-views.ts';
import { ledgerSides, type LedgerSide } from '#domain/commitments/next-action.ts';
import { cutPage } from '../actors/page-cursor.ts';
import type { Context, Transaction } from '../context.ts';
import { readLedgerCursor, writeLedgerCursor } from './ledger-cursor.ts';
import { ledgerFilter } from './ledger-filter.ts';
import { showLedger } from './show-ledger.ts';

type Operation = typeof ledgerOperations.listLedger;

/** Nobody reads further than this; a count beyond it says "more than". */
const mostCounted = 200;

export async function listLedger(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const after = readLedgerCursor(input.after);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { filter, parties } = await ledgerFilter(tx, context, input);
    const lines = await listLedgerLines(tx, filter, { after, limit: input.limit + 1 });
    const { shown, next } = cutPage(lines, input.limit, writeLedgerCursor);
    const names = await findPartyNames(tx, parties);
    return {
      items: await showLedger(tx, context, shown, filter),
      next,
      today: filter.today,
      side: filter.side,
      parties: parties.map((id) => ({ id, name: names.get(id) ?? '' })),
      ...(await countAll(tx, filter)),
    };
  });
}

/** How much the list holds, and how much is open on each side whatever else it is narrowed to. */
async function countAll(tx: Transaction, filter: LedgerFilter) {
  const { mine, owedTogether, today } = filter;
  const sides = ledgerSides.filter((side) => side === 'oversee' || mine.length > 0);
  const open = sides.map((side): LedgerFilter => {
    const state = side === 'verify' ? 'delivered' : 'open';
    return { side, mine, owedTogether, within: null, state, today };
  });
  const [all = 0, ...found] = await countLedgerLines(tx, [filter, ...open], mostCounted);
  const of = (side: LedgerSide) => capped(found[sides.indexOf(side)] ?? 0);
  return {
    counts: { owe: of('owe'), owed: of('owed'), verify: of('verify'), oversee: of('oversee') },
    count: capped(all),
  };
}

function capped(count: number) {
  return { count: Math.min(count, mostCounted), isMore: count > mostCounted };
}
