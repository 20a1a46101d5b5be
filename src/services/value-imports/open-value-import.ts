import type { valueImportOperations } from '#contract/values/imports.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { findValueImport, insertValueImport } from '#database/value-imports/import-store.ts';
import { permit, permitSomewhere } from '#domain/access/permissions.ts';
import { refuse } from '#domain/values/refusals.ts';
import { getPlace } from '../actors/look-up.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { keepBytes } from '../files/keep-file.ts';
import { newId } from '../new-id.ts';
import { studyAgain } from './import-deed.ts';
import { showImport } from './show-import.ts';

type Operation = typeof valueImportOperations.openValueImport;

/** What is larger is read in the background, so that nobody waits before a page that does nothing. */
const readAtOnceBytes = 2_000_000;

/** Takes a file of figures and says how it is understood; nothing is written until somebody applies it. */
export async function openValueImport(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  permitSomewhere(context.actor, 'import');
  const sha256 = await keepBytes(context.installation, input.bytes);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, input.territory);
    permit(context.actor, 'import', { territoryId: place.id });
    const id = newId();
    const isLarge = input.bytes.length > readAtOnceBytes;
    await insertValueImport(tx, {
      id,
      country: place.country,
      territory_id: place.id,
      account_id: context.actor.kind === 'account' ? context.actor.accountId : null,
      file_name: input.fileName,
      sha256,
      bytes: String(input.bytes.length),
      stage: isLarge ? 'waiting' : 'reading',
    });
    const row = await findValueImport(tx, id);
    if (!row) throw refuse('values.import-not-found');
    if (!isLarge) await studyAgain(tx, context, row);
    await record(tx, context, {
      operation: 'openValueImport',
      subjectKind: 'import',
      subjectId: id,
      territoryId: place.id,
      organisationId: null,
      before: null,
      after: { fileName: input.fileName, bytes: input.bytes.length },
      freeText: ['fileName'],
    });
    return showImport(tx, context, id);
  });
}
