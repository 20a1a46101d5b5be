import type { agreementsOperations } from '#contract/agreements/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findBudget } from '#database/agreements/content-views.ts';
import { replaceBudget } from '#database/agreements/negotiation-store.ts';
import { updateAgreementRow } from '#database/agreements/agreement-store.ts';
import { inScope } from '#database/connection.ts';
import { amountOf, centsOf, isSumOf, sumsOf, type Sum } from '#domain/agreements/budget.ts';
import { refuse } from '#domain/agreements/refusals.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { openText, takeBack } from './change-text.ts';
import { recordAgreement } from './move-agreement.ts';
import { partyIn, staleAgreement } from './open-agreement.ts';

type Operation = typeof agreementsOperations.setAgreementBudget;

/** Says what each party brings. A total that is stated is the sum of the lines, or nothing is saved. */
export async function setAgreementBudget(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { lines, totals } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const open = await openText(tx, context, { id: input.agreementId, version: input.version });
    const { agreement } = open;
    if (totals !== null && !isSumOf(totals, lines)) {
      const values = { stated: wordsOf(totals), counted: wordsOf(sumsOf(lines).byCurrency) };
      throw refuse('agreements.budget-not-the-sum', { field: 'totals', values });
    }
    const before = (await findBudget(tx, agreement.id)).map(({ id: _id, ...line }) => line);
    const rows = lines.map((line) => ({
      id: newId(),
      agreement_id: agreement.id,
      territory_id: partyIn(open, line.partyId).territoryId,
      party_id: line.partyId,
      year: line.year,
      source: line.source,
      budget_code: line.budgetCode,
      kind: line.kind,
      currency: line.currency,
      amount: amountOf(centsOf(line.amount)),
    }));
    await replaceBudget(tx, agreement.id, rows);
    await takeBack(tx, open);
    if (!(await updateAgreementRow(tx, agreement, {}))) throw staleAgreement(agreement);
    await recordAgreement(tx, context, 'setAgreementBudget', {
      before: agreement,
      after: agreement,
      beside: { before: { budget: before }, after: { budget: lines } },
    });
    return { id: agreement.id, version: agreement.version + 1 };
  });
}

function wordsOf(sums: readonly Sum[]): string {
  return sums.map(({ currency, amount }) => `${currency} ${amount}`).join(', ') || '0';
}
