import type { registeringOperations } from '#contract/agreements/registering.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { permitWorkOn } from '#domain/agreements/permissions.ts';
import { refuse } from '#domain/agreements/registering-refusals.ts';
import { record } from '../audit/record.ts';
import { findOpenAgreement, inQuestion } from '../agreements/open-agreement.ts';
import type { Context } from '../context.ts';
import { keepFile } from '../files/keep-file.ts';
import { readScan } from '../files/read-scan.ts';

type Operation = typeof registeringOperations.attachRegisteredFile;

/** Keeps the paper of an agreement that was registered as it stood. */
export async function attachRegisteredFile(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const scan = await readScan(input.bytes);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const open = await findOpenAgreement(tx, input.agreementId);
    const { agreement } = open;
    permitWorkOn(context.actor, inQuestion(open));
    if (agreement.origin !== 'registered') throw refuse('registering.not-registered');
    const id = await keepFile(tx, context, {
      ...scan,
      name: input.fileName,
      territoryId: agreement.territoryId,
      agreementId: agreement.id,
      subjectKind: 'registered',
      subjectId: agreement.id,
      visibility: input.isPublic === 'yes' ? 'public' : 'parties',
      parties: agreement.parties,
      partyTerritories: agreement.partyTerritories,
    });
    await record(tx, context, {
      operation: 'attachRegisteredFile',
      subjectKind: 'agreement',
      subjectId: agreement.id,
      territoryId: agreement.territoryId,
      organisationId: null,
      before: null,
      after: { file: id, isPublic: input.isPublic === 'yes' },
    });
    return { id };
  });
}
