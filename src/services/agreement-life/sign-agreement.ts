import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { insertSignature } from '#database/agreements/text-store.ts';
import { getParty } from '#domain/agreements/life-parties.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import { proveAgain } from '../access/prove-again.ts';
import { signedInInPerson } from '../access/own-account.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { findLife } from './open-life.ts';
import { followSignature, officeOf, openToSign } from './signatures.ts';

type Operation = typeof agreementLifeOperations.signAgreement;

/**
 * Signs the text in the application: a simple electronic signature, given in an office that is held that day, by somebody
 * who has just proved again who they are.
 */
export async function signAgreement(
  context: Context,
  { agreementId, body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const actor = signedInInPerson(context);
  await proveAgain(context, body, () => refuse('agreement-life.code-required', { field: 'body.code' }));
  return inScope(context.database, actor.scope, async (tx) => {
    const life = await findLife(tx, context, agreementId);
    const party = getParty(life.parties, body.partyId, 'partyId');
    const office = await officeOf(tx, actor.personId, party, life.today);
    const { text } = await openToSign(tx, life, { party, hash: body.hash, method: 'application' });
    const id = newId();
    const signature = {
      id,
      agreement_id: agreementId,
      text_id: text.id,
      party_id: party.id,
      territory_id: life.agreement.territoryId,
      signatory_id: actor.personId,
      signatory_office: office.title,
      method: 'application',
      hash: text.hash,
      signed_on: life.today,
      place: body.place,
      account_id: actor.accountId,
    };
    await insertSignature(tx, signature);
    await record(tx, context, {
      operation: 'signAgreement',
      subjectKind: 'agreement',
      subjectId: agreementId,
      territoryId: life.agreement.territoryId,
      organisationId: null,
      before: null,
      after: { party: party.id, office: office.title, hash: text.hash, method: 'application' },
    });
    await followSignature(tx, context, {
      agreementId,
      partyId: party.id,
      operation: 'signAgreement',
      on: life.today,
    });
    return { id };
  });
}
