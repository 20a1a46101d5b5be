import type { valueImportOperations } from '#contract/values/imports.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { keepLeftOut, upsertPlaceAlias } from '#database/value-imports/import-store.ts';
import { refuse } from '#domain/values/refusals.ts';
import { getPlace } from '../actors/look-up.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { openImport, studyAgain } from './import-deed.ts';
import { showImport } from './show-import.ts';
import { leftOutOf, type LeftOut } from './study-import.ts';

type Operation = typeof valueImportOperations.settleValuePlace;

/** Says once which territory a place of the file is; every later file that calls it so is understood. Or that it is none, of this file. */
export async function settleValuePlace(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const row = await openImport(tx, context, input);
    const { key, territory } = input.body;
    const left = leftOutOf(row);
    const open = (row.findings as { places?: readonly LeftOut[] } | null)?.places ?? [];
    const asked = [...open, ...left].find((one) => one.key === key);
    if (!asked) throw refuse('values.place-not-in-file');
    const place = territory === null ? null : await getPlace(tx, territory);
    if (place && place.country !== row.country) throw refuse('values.place-not-in-file');
    if (place)
      await upsertPlaceAlias(tx, {
        country: row.country,
        key,
        place_id: place.id,
        territory_id: row.territory_id,
        account_id: context.actor.kind === 'account' ? context.actor.accountId : null,
      });
    const others = left.filter((one) => one.key !== key);
    const { rows, text } = asked;
    const leftOut = place ? others : [...others, { key, text, rows }];
    await keepLeftOut(tx, row.id, leftOut);
    await studyAgain(tx, context, { ...row, left_out: leftOut });
    await record(tx, context, {
      operation: 'settleValuePlace',
      subjectKind: 'import',
      subjectId: row.id,
      territoryId: row.territory_id,
      organisationId: null,
      before: null,
      after: { key, place: place?.id ?? null },
    });
    return showImport(tx, context, row.id);
  });
}
