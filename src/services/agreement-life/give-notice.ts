import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { insertNotice } from '#database/agreements/course-store.ts';
import { cureDay } from '#domain/agreements/ending.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import { isPossibleOnInstance } from '#domain/commitments/acts.ts';
import { changeInstance, keepActs, recordCommitments } from '../commitments/commitment-deed.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { consolidatedOf, getInstanceOf } from './addendum-body.ts';
import { answerOf, move, openLife, partyAt, readText, refuseUnless, type Life } from './open-life.ts';

type Operation = typeof agreementLifeOperations.giveNotice;
type Body = InputOf<Operation>['body'];

/**
 * Gives a formal notice of breach: which clauses and commitments, the facts, and by when to cure it. The commission and all
 * parties see it at once; everybody else only when it is published.
 */
export async function giveNotice(
  context: Context,
  { agreementId, version, body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const admit = { asParty: body.byPartyId };
    const life = await openLife(tx, context, { id: agreementId, version }, admit);
    refuseUnless(life, 'gave-notice');
    const to = partyAt(life, body.toPartyId, 'toPartyId');
    if (to.id === body.byPartyId) {
      const problems = [{ code: 'agreement-life.notice-to-self', field: 'toPartyId' }];
      throw refuse('agreement-life.incomplete', { problems });
    }
    readText({ facts: body.facts }, body);
    await refuseUnknownClauses(tx, life, body.clauses);
    const cureDays = life.agreement.cureDays ?? life.template.breach.cureDays;
    const cureBy = cureDay({ on: life.today, asked: body.cureBy }, cureDays);
    const noticed = await noticeInstances(tx, context, life, { body, cureBy });
    await insertNotice(tx, {
      id: newId(),
      agreement_id: agreementId,
      territory_id: life.agreement.territoryId,
      by_party_id: body.byPartyId,
      to_party_id: to.id,
      clauses: body.clauses,
      commitments: noticed,
      facts: body.facts,
      given_on: life.today,
      cure_by: cureBy,
      created_at: context.now,
    });
    const after = await move(tx, context, life, {
      operation: 'giveNotice',
      act: 'gave-notice',
      on: life.today,
      partyId: body.byPartyId,
      details: { to: to.id, cureBy },
      change: { cure_by: cureBy },
    });
    return answerOf(after);
  });
}

async function refuseUnknownClauses(tx: Transaction, life: Life, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const known = new Set((await consolidatedOf(tx, life)).map(({ id }) => id));
  if (!ids.every((id) => known.has(id)))
    throw refuse('agreement-life.clause-not-found', { field: 'clauses' });
}

/** The commitments that are in breach: each of what was noticed of them. Answers the ids of the commitments. */
async function noticeInstances(
  tx: Transaction,
  context: Context,
  life: Life,
  { body, cureBy }: { body: Body; cureBy: string },
): Promise<string[]> {
  const commitments: string[] = [];
  for (const instanceId of body.instances) {
    const { instance, commitment } = await getInstanceOf(tx, life, instanceId);
    const at = { commitment: commitment.standing, instance: instance.standing };
    commitments.push(commitment.id);
    if (!isPossibleOnInstance('noticed', at)) continue;
    const after = await changeInstance(tx, instance, { noticed_on: life.today, cure_by: cureBy });
    await keepActs(tx, context, [
      { commitment, act: 'noticed', on: life.today, instanceId, reason: body.facts, forParty: null },
    ]);
    await recordCommitments(tx, context, 'giveNotice', [], [{ before: instance, after }]);
  }
  return [...new Set(commitments)];
}
