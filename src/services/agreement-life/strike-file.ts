import { inScope } from '#database/connection.ts';
import { findFilesOfAgreement } from '#database/files/file-store.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import type { Context } from '../context.ts';
import { carryOutOrder, type FileOrder } from '../files/carry-out-order.ts';
import { destroyStruckFiles } from '../files/destroy-struck-files.ts';
import { answerOf, move, openLife } from './open-life.ts';

/** An order about a paper of an agreement. */
type PaperOrder = FileOrder & {
  readonly operation: 'replaceFileByOrder' | 'withdrawFileByOrder';
  readonly at: { readonly agreementId: string; readonly fileId: string; readonly version: number };
};

/**
 * Carries an order about a paper out: every reader reads the other file from now on, through every door. One scan is often
 * kept for each of the parties that signed it; all of them are struck. The hash of the original stays, and so does what was
 * found of its signature.
 */
export async function strikeFile(
  context: Context,
  given: PaperOrder,
): Promise<{ id: string; version: number }> {
  const { agreementId, fileId, version } = given.at;
  const answer = await inScope(context.database, context.actor.scope, async (tx) => {
    const life = await openLife(tx, context, { id: agreementId, version }, 'overseer');
    const files = await findFilesOfAgreement(tx, agreementId);
    const wanted = files.find(({ id }) => id === fileId);
    if (!wanted) throw refuse('agreement-life.file-not-found');
    const same = files.filter(({ sha256 }) => sha256 === wanted.sha256);
    const subject = { ...life.agreement, today: life.today };
    await carryOutOrder(tx, context, { files: same, subject, given });
    const after = await move(tx, context, life, {
      operation: given.operation,
      act: 'struck-file',
      on: life.today,
      reason: given.order,
      details: {
        files: same.map(({ id }) => id),
        originalHash: wanted.original_sha256,
        isOriginalKept: given.isOriginalKept,
        isWithdrawn: given.replacement === null,
      },
      isPublic: true,
    });
    return answerOf(after);
  });
  if (!given.isOriginalKept) await destroyStruckFiles(context);
  return answer;
}
