import type { agreementsOperations } from '#contract/agreements/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findStructure } from '#database/actors/structure-views.ts';
import { updateAgreementRow } from '#database/agreements/agreement-store.ts';
import { inScope } from '#database/connection.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { columnsOfFields, fieldsOfType } from '#domain/agreements/clause-fields.ts';
import { refuse } from '#domain/agreements/refusals.ts';
import type { Context, Transaction } from '../context.ts';
import { openClause, partyActedFor, rewordClause, type OpenClause } from './open-clause.ts';
import { staleAgreement } from './open-agreement.ts';

type Operation = typeof agreementsOperations.updateAgreementClause;
type Fields = NonNullable<InputOf<Operation>['body']['fields']>;

/** Words a clause anew, and says in figures what its type says in figures. Saving what it says already changes nothing. */
export async function updateAgreementClause(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { body } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const open = await openClause(tx, context, input);
    const { clause } = open;
    const partyId = partyActedFor(context.actor, open, body.partyId);
    const { title, body: text, reason } = body;
    refusePersonalText({ title, body: text, reason }, body.confirmText);
    const fields = body.fields === null ? clause.fields : await keepFields(tx, open, body.fields);
    const isSame =
      title === clause.title &&
      text === clause.body &&
      JSON.stringify(fields) === JSON.stringify(clause.fields);
    if (isSame) return { id: clause.id, version: clause.version };
    const rewording = { operation: 'updateAgreementClause', title, body: text, fields, partyId, reason };
    return rewordClause(tx, context, open, rewording);
  });
}

// Figures hold for the whole agreement, so that no two clauses say different ones; the clause keeps what was written with it.
async function keepFields(tx: Transaction, open: OpenClause, fields: Fields) {
  const { agreement, clause } = open;
  const own = fieldsOfType(clause.type, fields);
  if (own.endsOn && own.termMonths)
    throw refuse('agreements.incomplete', { problems: [{ code: 'agreements.two-terms', field: 'endsOn' }] });
  if (own.commissionStructureId) {
    const structure = await findStructure(tx, own.commissionStructureId);
    if (!structure || structure.country !== agreement.country || structure.standing !== 'active')
      throw refuse('agreements.holder-not-found', { field: 'commissionStructureId' });
  }
  const columns = columnsOfFields(own);
  if (Object.keys(columns).length > 0 && !(await updateAgreementRow(tx, agreement, columns)))
    throw staleAgreement(agreement);
  return own;
}
