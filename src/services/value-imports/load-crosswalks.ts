import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inScope } from '#database/connection.ts';
import { hasCrosswalk, insertCrosswalk } from '#database/value-imports/crosswalk-store.ts';
import { fold } from '#domain/shared/fold.ts';
import { readCrosswalks } from '#formats/values/read-crosswalks.ts';
import { getPlace } from '../actors/look-up.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';

/**
 * Loads what a catalogue says offences are called, by title and version. A version that is there is never changed: a correction is a new
 * version.
 */
export async function loadCrosswalks(
  context: Context,
  { folder, country }: { readonly folder: string; readonly country: string | null },
): Promise<void> {
  const text = await readFile(join(folder, 'crosswalk.json'), 'utf8').catch(absentIsEmpty);
  if (text === '') return;
  await inScope(context.database, context.actor.scope, async (tx) => {
    const place = country === null ? null : await getPlace(tx, country);
    for (const { entries, source, ...crosswalk } of readCrosswalks(text)) {
      if (await hasCrosswalk(tx, { country, title: crosswalk.title, number: crosswalk.number })) continue;
      const id = newId();
      await insertCrosswalk(
        tx,
        { id, country, territory_id: place?.id ?? null, source_id: source, ...crosswalk, origin: 'pack' },
        entries.map((entry) => ({ ...entry, folded: fold(entry.national) })),
      );
      await record(tx, context, {
        operation: 'loadCrosswalks',
        subjectKind: 'crosswalk',
        subjectId: id,
        territoryId: place?.id ?? 0,
        organisationId: null,
        before: null,
        after: { title: crosswalk.title, source, number: crosswalk.number, entries: entries.length },
      });
    }
  });
}

function absentIsEmpty(fault: NodeJS.ErrnoException): string {
  if (fault.code === 'ENOENT') return '';
  throw fault;
}
