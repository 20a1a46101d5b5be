import type { valueImportOperations } from '#contract/values/imports.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { findValueImport, updateValueImport } from '#database/value-imports/import-store.ts';
import { permitSomewhere } from '#domain/access/permissions.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { refuse } from '#domain/values/refusals.ts';
import { readMetadata } from '#formats/dhis2/read-metadata.ts';
import { isExchange, openRows } from '#formats/values/row-source.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { keepBytes, keptPath } from '../files/keep-file.ts';
import { openImport, studyAgain } from './import-deed.ts';
import { showImport } from './show-import.ts';

type Operation = typeof valueImportOperations.describeValueImport;

/** Takes what another system says of its marks; the file is read again by that, unless it still waits to be read at all. */
export async function describeValueImport(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  permitSomewhere(context.actor, 'import');
  const sha256 = await keepBytes(context.installation, input.bytes);
  await readMetadata(keptPath(context.installation, sha256));
  return inScope(context.database, context.actor.scope, async (tx) => {
    const row = await openImport(tx, context, input, ['waiting']);
    const source = await openRows(keptPath(context.installation, row.sha256), { fileName: row.file_name });
    if (!isExchange(source)) throw refuse('values.no-exchange-file');
    const change = { metadata_name: input.fileName, metadata_sha256: sha256 };
    if (!(await updateValueImport(tx, row, change))) throw refuseShared('shared.stale', {});
    const changed = await findValueImport(tx, row.id);
    if (changed && changed.stage !== 'waiting') await studyAgain(tx, context, changed);
    await record(tx, context, {
      operation: 'describeValueImport',
      subjectKind: 'import',
      subjectId: row.id,
      territoryId: row.territory_id,
      organisationId: null,
      before: { fileName: row.metadata_name },
      after: { fileName: input.fileName },
      freeText: ['fileName'],
    });
    return showImport(tx, context, row.id);
  });
}
