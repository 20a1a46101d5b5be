import type { ledgerOperations } from '#contract/commitments/ledger.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findPartyNames } from '#database/compliance/case-views.ts';
import { inScope } from '#database/connection.ts';
import type { LedgerFilter } from '#database/ledger/ledger-filter-sql.ts';
import { countLedgerLines, listLedgerLines } from '#database/ledger/ledger-views.ts';
import { ledgerSides } from '#domain/commitments/next-action.ts';
import { cutPage } from '../actors/page-cursor.ts';
import type { Context, Transaction } from '../context.ts';
import { readLedgerCursor, writeLedgerCursor } from './ledger-cursor.ts';
import { ledgerFilter } from './ledger-filter.ts';
import { showLedger } from './show-ledger.ts';

type Operation = typeof ledgerOperations.listLedger;

/** Nobody reads further than this; a count beyond it says "more than". */
const mostCounted = 1000;

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
      counts: await countSides(tx, filter),
      count: await counted(tx, filter),
    };
  });
}

async function counted(tx: Transaction, filter: LedgerFilter) {
  const count = await countLedgerLines(tx, filter, mostCounted);
  return { count: Math.min(count, mostCounted), isMore: count > mostCounted };
}

/** How much is open on each side, whatever else the list is narrowed to. */
async function countSides(tx: Transaction, { mine, owedTogether, today, isQuiet }: LedgerFilter) {
  const none = { count: 0, isMore: false };
  const counts = { owe: none, owed: none, verify: none, oversee: none };
  for (const side of ledgerSides) {
    if (side !== 'oversee' && mine.length === 0) continue;
    const state = side === 'verify' ? 'delivered' : 'open';
    counts[side] = await counted(tx, { side, mine, owedTogether, within: null, state, today, isQuiet });
  }
  return counts;
}
