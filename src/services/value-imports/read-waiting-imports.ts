import { inScope } from '#database/connection.ts';
import {
  findValueImport,
  listWaitingImports,
  noteRowsRead,
  updateValueImport,
} from '#database/value-imports/import-store.ts';
import type { Context } from '../context.ts';
import { keepFindings, keepRefusal } from './import-deed.ts';
import { studyImport } from './study-import.ts';

/**
 * Reads the files that wait, one after the other. How far each has got is told while it is read; one whose reading was cut off, by a stop of
 * the machine, is read again.
 */
export async function readWaitingImports(context: Context): Promise<void> {
  const waiting = await context.database.owner.transaction().execute(listWaitingImports);
  for (const { id } of waiting) await readOne(context, id);
}

async function readOne(context: Context, id: string): Promise<void> {
  const { database } = context;
  const taken = await database.owner.transaction().execute(async (tx) => {
    const row = await findValueImport(tx, id);
    if (!row || !(await updateValueImport(tx, row, { stage: 'reading' }))) return null;
    return (await findValueImport(tx, id)) ?? null;
  });
  if (!taken) return;
  // Read outside of the transaction that keeps what was found, so that its progress is seen by whoever looks meanwhile.
  const note = (rows: number) => database.owner.transaction().execute((tx) => noteRowsRead(tx, id, rows));
  const found = await inScope(database, context.actor.scope, (tx) =>
    studyImport(tx, context, taken, note),
  ).catch((problem: unknown) => ({ problem }));
  await inScope(database, context.actor.scope, (tx) =>
    'problem' in found ? keepRefusal(tx, taken, found.problem) : keepFindings(tx, taken, found),
  );
}
