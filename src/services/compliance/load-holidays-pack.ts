import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { numbersByCode } from '#database/actors/pack-store.ts';
import { addPackHolidays } from '#database/compliance/calendar-store.ts';
import { inScope } from '#database/connection.ts';
import { refuse } from '#domain/territories/refusals.ts';
import { readHolidays } from '#formats/packs/read-holidays.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';

/** Brings the days that do not count of a country pack. Loading it again adds what is new and leaves what people changed. */
export async function loadHolidaysPack(
  context: Context,
  { country, folder }: { readonly country: string; readonly folder: string },
): Promise<number> {
  const { holidays, problems } = readHolidays(
    await readFile(join(folder, 'holidays.csv'), 'utf8').catch(absentIsEmpty),
  );
  if (problems.length > 0) throw refuse('territories.invalid-pack', { problems });
  return inScope(context.database, context.actor.scope, async (tx) => {
    const numbers = await numbersByCode(tx, country);
    const territoryOf = (code: string | null) => {
      const id = numbers.get(code ?? '');
      if (id === undefined) throw new Error(`holidays.csv: no territory ${code}`);
      return id;
    };
    const rows = holidays.map(({ on, territory, name, sourceId }) => ({
      id: newId(),
      country,
      territory_id: territoryOf(territory),
      on_day: on,
      name,
      source_id: sourceId,
      origin: 'pack',
    }));
    const added = await addPackHolidays(tx, rows);
    if (added === 0) return 0;
    await record(tx, context, {
      operation: 'loadHolidays',
      subjectKind: 'country',
      subjectId: country,
      territoryId: territoryOf(null),
      organisationId: null,
      before: null,
      after: { added },
    });
    return added;
  });
}

function absentIsEmpty(fault: NodeJS.ErrnoException): string {
  if (fault.code === 'ENOENT') return '';
  throw fault;
}
