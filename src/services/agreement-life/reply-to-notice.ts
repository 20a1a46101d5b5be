import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { updateNotice } from '#database/agreements/course-store.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import { permitAsParty } from '#domain/agreements/permissions.ts';
import { partyOf } from '../agreements/open-agreement.ts';
import type { Context } from '../context.ts';
import { getNotice } from './notices.ts';
import { answerOf, move, openLife, partyAt, readText, refuseUnless } from './open-life.ts';

type Operation = typeof agreementLifeOperations.replyToNotice;

/** Replies to a formal notice; the reply stands beside it wherever it is shown. */
export async function replyToNotice(
  context: Context,
  { agreementId, noticeId, version, body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const life = await openLife(tx, context, { id: agreementId, version }, 'anyone-working');
    const notice = await getNotice(tx, agreementId, noticeId);
    permitAsParty(context.actor, partyOf(partyAt(life, notice.to_party_id, 'noticeId')));
    refuseUnless(life, 'replied');
    if (notice.outcome !== null) throw refuse('agreement-life.notice-decided');
    if (notice.reply !== null) throw refuse('agreement-life.notice-replied');
    readText({ reply: body.reply }, body);
    await updateNotice(tx, notice, { reply: body.reply, replied_on: life.today });
    const after = await move(tx, context, life, {
      operation: 'replyToNotice',
      act: 'replied',
      on: life.today,
      partyId: notice.to_party_id,
      details: { noticeId },
    });
    return answerOf(after);
  });
}
