import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { updateAgreementPartyRow } from '#database/agreements/party-store.ts';
import { findApprovedParties, insertApproval } from '#database/agreements/text-store.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import { isEnough } from '#domain/agreements/life-parties.ts';
import { permitAsParty } from '#domain/agreements/permissions.ts';
import { assembleContent, hashOf } from '../agreements/assemble-content.ts';
import { partyOf } from '../agreements/open-agreement.ts';
import { changeAgreement } from '../agreements/move-agreement.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { answerOf, findLife, move, partyAt, type Life } from './open-life.ts';
import { alwaysAsked, ruleOf } from './signatures.ts';
import { openNegotiated } from './update-addendum.ts';

type Operation = typeof agreementLifeOperations.confirmAddendum;
type Body = InputOf<Operation>['body'];

/** Confirms an addendum for a party; when enough have, it is ready to be signed. */
export async function confirmAddendum(
  context: Context,
  { agreementId, version, body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { life } = await openNegotiated(tx, context, { id: agreementId, version });
    const party = partyAt(life, body.partyId, 'partyId');
    permitAsParty(context.actor, partyOf(party));
    await keepApproval(tx, context, life, body);
    const hash = hashOf(await assembleContent(tx, agreementId));
    await updateAgreementPartyRow(tx, party, { standing: 'confirmed', confirmed_hash: hash });
    const agreement = await changeAgreement(tx, context, life.agreement, {
      operation: 'confirmAddendum',
      change: {},
    });
    const now = { ...(await findLife(tx, context, agreementId)), agreement };
    const confirmed = new Set(
      now.parties.filter(({ confirmedHash }) => confirmedHash === hash).map(({ id }) => id),
    );
    if (!isEnough(now.parties, confirmed, ruleOf(now), alwaysAsked(now))) return answerOf(now);
    const done = { operation: 'confirmAddendum', act: 'confirmed-by-all', on: now.today } as const;
    return answerOf(await move(tx, context, now, done));
  });
}

/**
 * Whoever accedes shows the act by which its own authorities approved; the others do where the template asks for it.
 * Errata need none: they change nothing that was approved.
 */
async function keepApproval(tx: Transaction, context: Context, life: Life, body: Body): Promise<void> {
  const { agreement, template, today } = life;
  const accedes = alwaysAsked(life).includes(body.partyId);
  const isNeeded = accedes || (template.approvals.required && agreement.addendumKind !== 'errata');
  const { approval } = body;
  if (approval === null) {
    const approved = await findApprovedParties(tx, agreement.id);
    if (!isNeeded || approved.has(body.partyId)) return;
    const party = partyAt(life, body.partyId, 'partyId');
    throw refuse('agreement-life.approval-missing', { field: 'approval', values: { party: party.name } });
  }
  if (approval.on > today) {
    const problems = [{ code: 'agreement-life.day-to-come', field: 'approval.on' }];
    throw refuse('agreement-life.incomplete', { problems });
  }
  await insertApproval(tx, {
    id: newId(),
    agreement_id: agreement.id,
    party_id: body.partyId,
    territory_id: agreement.territoryId,
    kind: approval.kind,
    body: approval.body,
    reference: approval.reference,
    on_date: approval.on,
    account_id: context.actor.kind === 'account' ? context.actor.accountId : null,
    created_at: context.now,
  });
}
