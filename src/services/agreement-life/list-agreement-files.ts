import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { findFilesOfAgreement, findPartiesOfFiles, type AttachedFile } from '#database/files/file-store.ts';
import { mayWorkOn } from '#domain/agreements/permissions.ts';
import { inQuestion } from '../agreements/open-agreement.ts';
import type { Context } from '../context.ts';
import { findLife, oversees } from './open-life.ts';

type Operation = typeof agreementLifeOperations.listAgreementFiles;
type Shown = OutputOf<Operation>['files'][number];

/** The papers of an agreement, each with what an order made of it. Row security decides who may see which; who signed how is for those who work on it. */
export async function listAgreementFiles(
  context: Context,
  { agreementId }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const life = await findLife(tx, context, agreementId);
    const isInside = mayWorkOn(context.actor, inQuestion(life));
    const { id, title, country, example, version } = life.agreement;
    const parties = await findPartiesOfFiles(tx, agreementId);
    const nameOf = (fileId: string) =>
      life.parties.find(({ id: partyId }) => partyId === parties.get(fileId))?.name ?? null;
    return {
      agreement: { id, title, country, example },
      files: (await findFilesOfAgreement(tx, agreementId))
        .filter((file) => isInside || file.subject_kind !== 'signature')
        .map((file) => shown(file, nameOf(file.id))),
      mayStrike: oversees(context, life),
      version,
    };
  });
}

function shown(file: AttachedFile, party: string | null): Shown {
  return {
    id: file.id,
    of: file.subject_kind as Shown['of'],
    subjectId: file.subject_id,
    party,
    name: file.name,
    mediaType: file.media_type,
    size: Number(file.bytes),
    isPublic: file.visibility === 'public',
    hash: file.sha256,
    originalHash: file.original_sha256,
    redaction:
      file.redacted_at === null || file.redaction_order === null
        ? null
        : {
            order: file.redaction_order,
            at: file.redacted_at.toISOString(),
            isWithdrawn: file.is_withdrawn,
            isOriginalKept: file.original_kept,
          },
  };
}
