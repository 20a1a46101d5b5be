import { findFilesOfCommitment, updateEvidence } from '#database/commitments/evidence-store.ts';
import { inScope } from '#database/connection.ts';
import { permitOversee } from '#domain/commitments/permissions.ts';
import { refuse } from '#domain/commitments/refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { carryOutOrder, type FileOrder } from '../files/carry-out-order.ts';
import { destroyStruckFiles } from '../files/destroy-struck-files.ts';
import { keepActs, refuseStale } from './commitment-deed.ts';
import { getEvidenceRow } from './evidence-deed.ts';
import { openInstance } from './instance-deed.ts';

/** An order about the file of evidence. */
type EvidenceOrder = FileOrder & {
  readonly operation: 'replaceEvidenceFileByOrder' | 'withdrawEvidenceFileByOrder';
  readonly at: { readonly evidenceId: string; readonly version: number };
};

/**
 * Carries an order about the file of evidence out, whatever became of the commitment: every reader reads the other file from
 * now on, also where the same one was handed in again. What was verified by it stays verified.
 */
export async function strikeEvidenceFile(
  context: Context,
  given: EvidenceOrder,
): Promise<{ id: string; version: number }> {
  const answer = await inScope(context.database, context.actor.scope, async (tx) => {
    const evidence = await getEvidenceRow(tx, given.at.evidenceId);
    const opened = await openInstance(tx, context, { instanceId: evidence.instance_id });
    const { commitment, concerned, today } = opened;
    permitOversee(context.actor, concerned);
    refuseStale(evidence, given.at.version);
    const files = await findFilesOfCommitment(tx, commitment.id);
    const wanted = files.find(({ id }) => id === evidence.file_id);
    if (!wanted) throw refuse('commitments.evidence-not-found');
    const same = files.filter(({ sha256 }) => sha256 === wanted.sha256);
    const { what: title, country, example } = commitment;
    const subject = { title, country, example, language: context.language, today };
    await carryOutOrder(tx, context, { files: same, subject, given });
    const { visibility } = evidence;
    if (!(await updateEvidence(tx, evidence, { visibility })))
      throw refuseShared('shared.stale', { current: evidence });
    const details = {
      evidenceId: evidence.id,
      originalHash: wanted.original_sha256,
      isOriginalKept: given.isOriginalKept,
      isWithdrawn: given.replacement === null,
    };
    const done = { act: 'evidence-struck', on: today, instanceId: evidence.instance_id } as const;
    await keepActs(tx, context, [{ commitment, ...done, reason: given.order, details }]);
    await record(tx, context, {
      operation: given.operation,
      subjectKind: 'commitment',
      subjectId: commitment.id,
      territoryId: commitment.territoryId,
      organisationId: null,
      before: { evidenceId: null, hash: wanted.sha256 },
      after: { ...details, hash: wanted.original_sha256, order: given.order },
    });
    return { id: evidence.id, version: evidence.version + 1 };
  });
  if (!given.isOriginalKept) await destroyStruckFiles(context);
  return answer;
}
