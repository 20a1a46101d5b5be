import type { indicatorsOperations } from '#contract/indicators/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import {
  insertDefinition,
  insertIndicator,
  updateIndicatorRow,
} from '#database/indicators/indicator-store.ts';
import { findIndicators } from '#database/indicators/indicator-views.ts';
import { partsLast } from '#domain/indicators/indicator.ts';
import type { IndicatorImportChange } from '#domain/indicators/indicator-import.ts';
import { readIndicatorsFile } from '#formats/indicators/read-indicators-file.ts';
import type { PlaceRow } from '#database/actors/place-views.ts';
import type { IndicatorRow } from '#database/indicators/indicator-columns.ts';
import type { Context, Transaction } from '../context.ts';
import { accountOf } from './account-of.ts';
import { getIndicatorRow, recordIndicator, staleIndicator } from './indicator-deed.ts';
import { makeIndicatorsFindable } from './make-indicator-findable.ts';
import { prepareIndicatorsImport } from './prepare-indicators-import.ts';

type Operation = typeof indicatorsOperations.importIndicators;

/** Brings the indicators of a file in: all rows or none. What the file does not name stays. */
export async function importIndicators(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const read = await readIndicatorsFile(input);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { place, there, plan, report } = await prepareIndicatorsImport(tx, context, input, read);
    for (const change of partsLast(plan.changes, ({ fields }) => fields)) {
      const before = there.get(change.code) ?? null;
      await keep(tx, context, change, { before, place });
      const after = await getIndicatorRow(tx, change.code);
      await makeIndicatorsFindable(tx, [after]);
      await recordIndicator(tx, context, 'importIndicators', { before, after });
    }
    return report;
  });
}

async function keep(
  tx: Transaction,
  context: Context,
  change: IndicatorImportChange,
  at: { readonly before: IndicatorRow | null; readonly place: PlaceRow | null },
): Promise<void> {
  const { fields, definition, isReworded } = change;
  const { before, place } = at;
  const found = await findIndicators(
    tx,
    [fields.numerator, fields.denominator, fields.whole].filter((code) => code !== null),
  );
  const numberOf = (code: string | null) => (code === null ? null : (found.get(code)?.id ?? null));
  const parts = {
    numeratorId: numberOf(fields.numerator),
    denominatorId: numberOf(fields.denominator),
    wholeId: numberOf(fields.whole),
  };
  const accountId = accountOf(context);
  if (!before) {
    const where = { country: place?.country ?? null, territoryId: place?.id ?? null, organisationId: null };
    const keeps = { standing: 'current', sourceId: null, origin: 'import' } as const;
    const indicatorId = await insertIndicator(tx, { fields, parts, ...where, ...keeps });
    return insertDefinition(tx, { indicatorId, number: 1, accountId }, definition);
  }
  const number = before.definitionNumber + (isReworded ? 1 : 0);
  if (isReworded) await insertDefinition(tx, { indicatorId: before.id, number, accountId }, definition);
  const told = { said: { fields, parts }, definitionNumber: number, origin: 'person' as const };
  if (!(await updateIndicatorRow(tx, before, told))) throw staleIndicator(before);
}
