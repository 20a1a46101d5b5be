import type { LedgerLine } from '#database/ledger/ledger-views.ts';
import { findPublicFacts } from '#database/ledger/public-views.ts';
import type { Context, Transaction } from '../context.ts';
import { showLedger } from './show-ledger.ts';

/** Lines of the ledger as everybody reads them: the promise, its money, its state, and the reply beside what was published. */
export async function showPublic(
  tx: Transaction,
  context: Context,
  lines: readonly LedgerLine[],
  today: string,
) {
  const shown = await showLedger(tx, context, lines, { side: 'oversee', today });
  const facts = await findPublicFacts(
    tx,
    lines.map(({ id }) => id),
    today,
  );
  return shown.map((one) => {
    const own = facts.get(one.id);
    return {
      id: one.id,
      commitmentId: one.commitmentId,
      what: one.what,
      obligor: one.obligor.name,
      beneficiary: one.beneficiary?.name ?? null,
      territory: one.territory,
      dueOn: one.dueOn,
      state: one.state,
      tone: one.tone,
      days: one.state === 'overdue' ? one.days : null,
      currency: own?.currency ?? null,
      cash: own?.cash ?? null,
      inKind: own?.in_kind ?? null,
      agreement: one.agreement,
      reply: own?.reply ?? null,
      repliedOn: own?.replied_on ?? null,
      example: one.example,
    };
  });
}
