import type { valueImportOperations } from '#contract/values/imports.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { upsertPlaceAlias } from '#database/value-imports/import-store.ts';
import { refuse } from '#domain/values/refusals.ts';
import { getPlace } from '../actors/look-up.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { openImport, studyAgain } from './import-deed.ts';
import { showImport } from './show-import.ts';

type Operation = typeof valueImportOperations.settleValuePlace;

/** Says once which territory a place of the file is; every later file that calls it so is understood. */
export async function settleValuePlace(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const row = await openImport(tx, context, input);
    const { key } = input.body;
    const place = await getPlace(tx, input.body.territory);
    const open = (row.findings as { places?: readonly { key: string }[] } | null)?.places ?? [];
    if (place.country !== row.country || !open.some((one) => one.key === key))
      throw refuse('values.place-not-in-file');
    await upsertPlaceAlias(tx, {
      country: row.country,
      key,
      place_id: place.id,
      territory_id: row.territory_id,
      account_id: context.actor.kind === 'account' ? context.actor.accountId : null,
    });
    await studyAgain(tx, context, row);
    await record(tx, context, {
      operation: 'settleValuePlace',
      subjectKind: 'import',
      subjectId: row.id,
      territoryId: row.territory_id,
      organisationId: null,
      before: null,
      after: { key, place: place.id },
    });
    return showImport(tx, context, row.id);
  });
}
