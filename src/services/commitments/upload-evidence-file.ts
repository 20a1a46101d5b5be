import type { commitmentsOperations } from '#contract/commitments/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { instanceStandingAfter } from '#domain/commitments/acts.ts';
import { permitForObliged } from '#domain/commitments/permissions.ts';
import { readEvidence } from '#formats/evidence/read-evidence.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { keepFile } from '../files/keep-file.ts';
import { openInstance } from './instance-deed.ts';

type Operation = typeof commitmentsOperations.uploadEvidenceFile;

/** Keeps a file that will be evidence, for nobody but whoever sent it and the parties, until it is handed in. */
export async function uploadEvidenceFile(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { instanceId, fileName, bytes } = input;
  // Who may not hand in learns that before anything is unpacked.
  await inScope(context.database, context.actor.scope, async (tx) => {
    const { concerned } = await openInstance(tx, context, { instanceId });
    permitForObliged(context.actor, concerned);
  });
  const file = await readEvidence(bytes, fileName);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { instance, commitment, concerned } = await openInstance(tx, context, { instanceId });
    permitForObliged(context.actor, concerned);
    instanceStandingAfter('delivered', { commitment: commitment.standing, instance: instance.standing });
    const fileId = await keepFile(tx, context, {
      ...file,
      original: bytes,
      name: fileName,
      territoryId: commitment.territoryId,
      agreementId: commitment.agreementId,
      subjectKind: 'evidence',
      subjectId: instanceId,
      visibility: 'private',
      parties: commitment.parties,
      partyTerritories: commitment.partyTerritories,
    });
    await record(tx, context, {
      operation: 'uploadEvidenceFile',
      subjectKind: 'commitment',
      subjectId: commitment.id,
      territoryId: commitment.territoryId,
      organisationId: null,
      before: null,
      after: { fileId, instanceId, mediaType: file.mediaType, bytes: file.bytes.length },
    });
    return { fileId, mediaType: file.mediaType, bytes: file.bytes.length };
  });
}
