import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { findAttachedFiles } from '#database/files/file-store.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import { mayWorkOn } from '#domain/agreements/permissions.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { inQuestion } from '../agreements/open-agreement.ts';
import type { Context } from '../context.ts';
import { readKeptFile } from '../files/keep-file.ts';
import { findLife } from './open-life.ts';

type Operation = typeof agreementLifeOperations.getSignatureFile;

/** The scan or PDF of a signature, of this text or an earlier one, for those who work on the agreement. */
export async function getSignatureFile(
  context: Context,
  { agreementId, signatureId }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const file = await inScope(context.database, context.actor.scope, async (tx) => {
    const life = await findLife(tx, context, agreementId);
    if (!mayWorkOn(context.actor, inQuestion(life))) throw refuseShared('shared.forbidden');
    return (await findAttachedFiles(tx, signatureId)).find(
      (one) => one.agreement_id === agreementId && one.subject_kind === 'signature',
    );
  });
  if (!file) throw refuse('agreement-life.file-not-found');
  return {
    fileName: file.name,
    mediaType: file.media_type,
    bytes: await readKeptFile(context.installation, file),
  };
}
