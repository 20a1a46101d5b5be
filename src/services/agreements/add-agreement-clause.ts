import type { agreementsOperations } from '#contract/agreements/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { insertClauseEditions, insertClauses, placeClauses } from '#database/agreements/clause-store.ts';
import { findClauses } from '#database/agreements/clause-views.ts';
import { findTemplate } from '#database/agreements/template-views.ts';
import { inScope } from '#database/connection.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { say } from '#words/index.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { accountOf, openText, takeBack } from './change-text.ts';
import { recordAgreement } from './move-agreement.ts';
import { partyActedFor } from './open-clause.ts';

type Operation = typeof agreementsOperations.addAgreementClause;
type Taken = InputOf<Operation>['body']['takenFrom'];

/** Adds a clause after those of its type, or at the end; where it was taken from stays with its first edition. */
export async function addAgreementClause(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { title, body: text, type, takenFrom } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const open = await openText(tx, context, { id: input.agreementId });
    const { agreement } = open;
    const partyId = partyActedFor(context.actor, open, input.body.partyId);
    refusePersonalText({ title, body: text }, input.body.confirmText);
    const clauses = await findClauses(tx, agreement.id);
    const id = newId();
    const beside = { agreement_id: agreement.id, territory_id: agreement.territoryId };
    const said = { title, body: text };
    await insertClauses(tx, [
      { id, ...beside, type, ...said, position: clauses.length, template_key: takenFrom?.key ?? null },
    ]);
    const before = clauses.findLastIndex((one) => one.type === type);
    const order = clauses.map((one) => one.id);
    order.splice(before < 0 ? order.length : before + 1, 0, id);
    await placeClauses(tx, order);
    const edition = { clause_id: id, number: 1, ...beside, ...said, party_id: partyId };
    const reason = await whereFrom(tx, agreement.language, takenFrom);
    await insertClauseEditions(tx, [{ ...edition, account_id: accountOf(context), reason, at: context.now }]);
    await takeBack(tx, open);
    await recordAgreement(tx, context, 'addAgreementClause', {
      before: agreement,
      after: agreement,
      beside: { before: {}, after: { clause: id, clauseTitle: title, clauseBody: text } },
      freeText: ['clauseTitle', 'clauseBody'],
    });
    return { id, version: 1 };
  });
}

async function whereFrom(tx: Transaction, language: 'es' | 'en', taken: Taken): Promise<string | null> {
  const template = taken && (await findTemplate(tx, taken.templateId));
  if (!template) return null;
  return say(language, 'agreements.taken-from', { instrument: template.title[language] });
}
