import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { findAgreement } from '#database/agreements/agreement-views.ts';
import { passCommitmentOn } from '#database/agreements/life-commitments.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import { isUndelivered } from '#domain/commitments/instance-standing.ts';
import { changeInstance, keepActs, recordCommitments } from '../commitments/commitment-deed.ts';
import { refreshPartiesOf } from '../commitments/refresh-parties-of.ts';
import type { Context, Transaction } from '../context.ts';
import { getInstanceOf } from './addendum-body.ts';
import { answerOf, move, openLife, readText, refuseUnless, type Life } from './open-life.ts';

type Operation = typeof agreementLifeOperations.decideOnCommitment;
type Body = InputOf<Operation>['body'];
type Found = Awaited<ReturnType<typeof getInstanceOf>>;

/** Says what becomes of a commitment that is open when its agreement ends: it is closed, finished by a day, or another takes it on. */
export async function decideOnCommitment(
  context: Context,
  { agreementId, version, body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const life = await openLife(tx, context, { id: agreementId, version }, 'anyone-working');
    refuseUnless(life, 'decided-on-commitment');
    const found = await getInstanceOf(tx, life, body.instanceId);
    if (!isUndelivered(found.instance.standing)) throw refuse('agreement-life.commitment-not-found');
    readText({ reason: body.reason }, body);
    await carryOut(tx, context, life, { body, found });
    const after = await move(tx, context, life, {
      operation: 'decideOnCommitment',
      act: 'decided-on-commitment',
      on: life.today,
      reason: body.reason,
      details: {
        instanceId: body.instanceId,
        decision: body.decision,
        until: body.until,
        toAgreementId: body.toAgreementId,
      },
    });
    return answerOf(after);
  });
}

type Carrying = { readonly body: Body; readonly found: Found };

async function carryOut(tx: Transaction, context: Context, life: Life, { body, found }: Carrying) {
  const { instance, commitment } = found;
  const { today } = life;
  const { reason } = body;
  if (body.decision === 'pass-on') return passOn(tx, life, { body, found });
  if (body.decision === 'finish-by') {
    if (body.until === null || body.until < today) throw incomplete('agreement-life.until-missing', 'until');
    const after = await changeInstance(tx, instance, { due_on: body.until, paused_from: null });
    const details = { from: instance.dueOn, to: body.until, by: 'settlement' };
    await keepActs(tx, context, [
      { commitment, act: 'rescheduled', on: today, instanceId: instance.id, reason, details },
    ]);
    return recordCommitments(tx, context, 'decideOnCommitment', [], [{ before: instance, after }]);
  }
  const change = { standing: 'cancelled' as const, standing_reason: reason, paused_from: null };
  const after = await changeInstance(tx, instance, change);
  await keepActs(tx, context, [
    { commitment, act: 'instance-cancelled', on: today, instanceId: instance.id, reason },
  ]);
  return recordCommitments(tx, context, 'decideOnCommitment', [], [{ before: instance, after }]);
}

/** Another agreement takes a commitment on whole, where whoever owes it is a party too. */
async function passOn(tx: Transaction, life: Life, { body, found }: Carrying): Promise<void> {
  const to = body.toAgreementId === null ? undefined : await findAgreement(tx, body.toAgreementId);
  const { obliged } = found.commitment;
  const takes =
    to?.standing === 'in-force' &&
    to.id !== life.agreement.id &&
    obliged.every((id) => to.parties.includes(id));
  if (!to || !takes) throw incomplete('agreement-life.cannot-take-on', 'toAgreementId');
  await passCommitmentOn(tx, found.commitment.id, to.id);
  await refreshPartiesOf(tx, to.id);
}

function incomplete(code: string, field: string) {
  return refuse('agreement-life.incomplete', { problems: [{ code, field }] });
}
