import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { updateSession } from '#database/agreements/course-store.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { keepFile } from '../files/keep-file.ts';
import { readScan } from '../files/read-scan.ts';
import { openLife } from './open-life.ts';
import { getSession } from './sessions.ts';

type Operation = typeof agreementLifeOperations.attachSessionFile;

/** Keeps the signed minutes of a session for the parties. */
export async function attachSessionFile(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const scan = await readScan(input.bytes);
  const { agreementId, sessionId } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const life = await openLife(tx, context, { id: agreementId }, 'overseer');
    const session = await getSession(tx, agreementId, sessionId);
    const { agreement } = life;
    const id = await keepFile(tx, context, {
      ...scan,
      name: input.fileName,
      territoryId: agreement.territoryId,
      agreementId,
      subjectKind: 'session',
      subjectId: sessionId,
      visibility: 'parties',
      parties: agreement.parties,
      partyTerritories: agreement.partyTerritories,
    });
    await updateSession(tx, session, { file_id: id });
    await record(tx, context, {
      operation: 'attachSessionFile',
      subjectKind: 'agreement',
      subjectId: agreementId,
      territoryId: agreement.territoryId,
      organisationId: null,
      before: null,
      after: { session: sessionId, file: id },
    });
    return { id };
  });
}
