import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { findQuietPeriods, updateNotice } from '#database/agreements/course-store.ts';
import { refusePublication } from '#domain/agreements/ending.ts';
import { changeAgreement, keepAgreementAct } from '../agreements/move-agreement.ts';
import type { Context } from '../context.ts';
import { getNotice } from './notices.ts';
import { answerOf, openLife } from './open-life.ts';

type Operation = typeof agreementLifeOperations.publishNotice;

/** Makes a formal notice everyone's to read, its reply beside it: after the days to reply, and never before an election. */
export async function publishNotice(
  context: Context,
  { agreementId, noticeId, version }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const life = await openLife(tx, context, { id: agreementId, version }, 'overseer');
    const notice = await getNotice(tx, agreementId, noticeId);
    const { today, agreement, template } = life;
    refusePublication(
      {
        givenOn: notice.given_on,
        repliedOn: notice.replied_on,
        publishedOn: notice.published_on,
        replyDays: template.publicity.replyDays,
        quiet: await findQuietPeriods(tx, agreement.territoryId, today),
      },
      today,
    );
    await updateNotice(tx, notice, { published_on: today });
    await keepAgreementAct(tx, context, agreement, {
      act: 'gave-notice',
      on: notice.given_on,
      from: agreement.standing,
      to: agreement.standing,
      partyId: notice.by_party_id,
      details: { noticeId, published: true },
      isPublic: true,
    });
    const after = await changeAgreement(tx, context, agreement, { operation: 'publishNotice', change: {} });
    return answerOf({ agreement: after });
  });
}
