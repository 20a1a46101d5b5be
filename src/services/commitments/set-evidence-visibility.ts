import type { commitmentsOperations } from '#contract/commitments/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { updateEvidence, updateFileOfEvidence } from '#database/commitments/evidence-store.ts';
import { inScope } from '#database/connection.ts';
import { refusePublicMinors } from '#domain/commitments/evidence.ts';
import { permitForObliged } from '#domain/commitments/permissions.ts';
import { refuse } from '#domain/commitments/refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { openEvidence } from './evidence-deed.ts';

type Operation = typeof commitmentsOperations.setEvidenceVisibility;

/** Says who may see evidence and its file. Where minors or other persons appear it never becomes public. */
export async function setEvidenceVisibility(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { visibility } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { evidence, opened } = await openEvidence(tx, context, input);
    permitForObliged(context.actor, opened.concerned);
    if (evidence.withdrawn_on !== null) {
      const values = { act: 'delivered', standing: 'withdrawn' };
      throw refuse('commitments.not-as-it-stands', { values });
    }
    const { contains_minors: containsMinors, contains_personal: containsPersonal } = evidence;
    refusePublicMinors({ containsMinors, containsPersonal }, visibility);
    if (!(await updateEvidence(tx, evidence, { visibility }))) {
      throw refuseShared('shared.stale', { current: evidence });
    }
    if (evidence.file_id) await updateFileOfEvidence(tx, evidence.file_id, { visibility });
    await record(tx, context, {
      operation: 'setEvidenceVisibility',
      subjectKind: 'commitment',
      subjectId: opened.commitment.id,
      territoryId: opened.commitment.territoryId,
      organisationId: null,
      before: { evidenceId: null, visibility: evidence.visibility },
      after: { evidenceId: evidence.id, visibility },
    });
    return { id: evidence.id, version: evidence.version + 1 };
  });
}
