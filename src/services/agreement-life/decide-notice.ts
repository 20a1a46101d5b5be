import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { updateNotice, type NoticeRow } from '#database/agreements/course-store.ts';
import { refuseCause, refuseOutcome } from '#domain/agreements/ending.ts';
import type { AgreementAct } from '#domain/agreements/lifecycle.ts';
import { mayActFor } from '#domain/access/acting-for.ts';
import { isPossibleOnInstance } from '#domain/commitments/acts.ts';
import { permitAsParty } from '#domain/agreements/permissions.ts';
import { partyOf } from '../agreements/open-agreement.ts';
import { changeInstance, keepActs, recordCommitments } from '../commitments/commitment-deed.ts';
import { openInstancesOf } from '../commitments/open-instances-of.ts';
import type { Context, Transaction } from '../context.ts';
import { followDates } from './follow-dates.ts';
import { getNotice } from './notices.ts';
import {
  answerOf,
  move,
  openLife,
  oversees,
  partyAt,
  readText,
  refuseUnless,
  type Life,
} from './open-life.ts';

type Operation = typeof agreementLifeOperations.decideNotice;

const acts = {
  cured: 'cured',
  withdrawn: 'withdrew-notice',
  persists: 'persisted-in-breach',
} as const satisfies Record<string, AgreementAct>;

/**
 * Says what a formal notice came to. Whoever gave it says that it was cured, takes it back, or, once the days to cure are
 * over, that the breach persists: then the agreement ends. The commission may say the first and the last too.
 */
export async function decideNotice(
  context: Context,
  { agreementId, noticeId, version, body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const life = await openLife(tx, context, { id: agreementId, version }, 'anyone-working');
    const notice = await getNotice(tx, agreementId, noticeId);
    permitOutcome(context, life, notice, body.outcome);
    refuseUnless(life, acts[body.outcome]);
    refuseOutcome({ cureBy: notice.cure_by, outcome: notice.outcome }, body.outcome, life.today);
    if (body.outcome === 'persists') refuseCause(life.template, 'breach');
    readText({ reason: body.reason }, body);
    const { today } = life;
    await updateNotice(tx, notice, { outcome: body.outcome, outcome_on: today, outcome_reason: body.reason });
    await decideInstances(tx, context, { life, notice, outcome: body.outcome, reason: body.reason });
    const after = await move(tx, context, life, {
      operation: 'decideNotice',
      act: acts[body.outcome],
      on: today,
      reason: body.reason,
      partyId: notice.by_party_id,
      details: { noticeId, ...(body.outcome === 'persists' ? { cause: 'breach', endsOn: today } : {}) },
      change: { cure_by: null },
      isPublic: body.outcome === 'persists',
    });
    return answerOf(await followDates(tx, context, after));
  });
}

function permitOutcome(context: Context, life: Life, notice: NoticeRow, outcome: string): void {
  const by = partyOf(partyAt(life, notice.by_party_id, 'noticeId'));
  if (outcome !== 'withdrawn' && oversees(context, life) && !mayActFor(context.actor, by)) return;
  permitAsParty(context.actor, by);
}

type Decided = {
  readonly life: Life;
  readonly notice: NoticeRow;
  readonly outcome: 'cured' | 'withdrawn' | 'persists';
  readonly reason: string;
};

/** What was noticed of the commitments ends with the notice: taken back, or a breach. What was cured shows by what was handed in. */
async function decideInstances(
  tx: Transaction,
  context: Context,
  { life, notice, outcome, reason }: Decided,
): Promise<void> {
  const open = (await openInstancesOf(tx, life.agreement.id)).filter(
    ({ commitment, instance }) => notice.commitments.includes(commitment.id) && instance.noticedOn !== null,
  );
  for (const { commitment, instance } of open) {
    const act = outcome === 'persists' ? 'breached' : 'notice-withdrawn';
    if (!isPossibleOnInstance(act, { commitment: commitment.standing, instance: instance.standing }))
      continue;
    const change =
      act === 'breached'
        ? { standing: 'breached' as const, breached_on: life.today, standing_reason: reason }
        : { noticed_on: null, cure_by: null };
    const after = await changeInstance(tx, instance, change);
    await keepActs(tx, context, [{ commitment, act, on: life.today, instanceId: instance.id, reason }]);
    await recordCommitments(tx, context, 'decideNotice', [], [{ before: instance, after }]);
  }
}
