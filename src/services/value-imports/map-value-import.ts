import type { valueImportOperations } from '#contract/values/imports.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { refuse } from '#domain/values/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { openImport, studyAgain } from './import-deed.ts';
import { showImport } from './show-import.ts';
import { unfitHeaders } from './unfit-headers.ts';

type Operation = typeof valueImportOperations.mapValueImport;

/** Says how the table is to be read; it is read again by that, and what is open is told anew. */
export async function mapValueImport(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const row = await openImport(tx, context, input);
    const { layout, settings } = input.body;
    const changed = { ...row, layout: layout as never, layout_origin: 'given', settings: settings as never };
    const studied = await studyAgain(tx, context, changed);
    const missing = studied ? unfitHeaders(layout, studied.source.headers) : [];
    if (missing.length > 0) throw refuse('values.mapping-unfit', { values: { headers: missing.join(', ') } });
    await record(tx, context, {
      operation: 'mapValueImport',
      subjectKind: 'import',
      subjectId: row.id,
      territoryId: row.territory_id,
      organisationId: null,
      before: { layout: JSON.stringify(row.layout), settings: JSON.stringify(row.settings) },
      after: { layout: JSON.stringify(layout), settings: JSON.stringify(settings) },
    });
    return showImport(tx, context, row.id);
  });
}
