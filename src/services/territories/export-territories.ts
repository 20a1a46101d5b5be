import type { FileAnswer, InputOf } from '#contract/operation.ts';
import type { territoriesOperations } from '#contract/territories.ts';
import { inScope } from '#database/connection.ts';
import { findCountryGround, listExportRows } from '#database/territories/write-views.ts';
import { refuse } from '#domain/territories/refusals.ts';
import { writeTerritoriesCsv } from '#formats/territories/territories-csv.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';

type Operation = typeof territoriesOperations.exportTerritories;

export async function exportTerritories(context: Context, input: InputOf<Operation>): Promise<FileAnswer> {
  const rows = await inScope(context.database, context.actor.scope, async (tx) => {
    if (!(await findCountryGround(tx, input.country))) throw refuse('territories.country-not-found');
    return listExportRows(
      tx,
      input.country,
      await todayOf(tx, context, input.country),
      input.ended === 'yes',
    );
  });
  return {
    fileName: `${input.country}-territories.csv`,
    mediaType: 'text/csv; charset=utf-8',
    bytes: writeTerritoriesCsv(rows),
  };
}
