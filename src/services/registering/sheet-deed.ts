import { findSheet, updateSheet, type SheetRecord } from '#database/registering/sheet-store.ts';
import { permitSomewhere } from '#domain/access/permissions.ts';
import { refuse } from '#domain/agreements/registering-refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { showSheet } from './show-sheet.ts';

/** A list of one's own that is still open, as it was when it was seen. */
export async function openSheet(
  tx: Transaction,
  context: Context,
  at: { readonly sheetId: string; readonly version: number },
): Promise<SheetRecord> {
  permitSomewhere(context.actor, 'act-for-party');
  const sheet = await findSheet(tx, at.sheetId);
  if (!sheet) throw refuse('registering.sheet-not-found');
  if (sheet.version !== at.version)
    throw refuseShared('shared.stale', { current: { version: sheet.version } });
  if (sheet.standing !== 'open') throw refuse('registering.sheet-closed');
  return sheet;
}

/** Saves what was decided about a list, writes it down, and shows how it is understood now. */
export async function changeSheet(
  tx: Transaction,
  context: Context,
  sheet: SheetRecord,
  deed: {
    readonly operation: string;
    readonly change: Parameters<typeof updateSheet>[2];
    readonly after: Record<string, unknown>;
  },
) {
  if (!(await updateSheet(tx, sheet, deed.change))) throw refuseShared('shared.stale', {});
  await record(tx, context, {
    operation: deed.operation,
    subjectKind: 'import',
    subjectId: sheet.id,
    territoryId: sheet.territoryId,
    organisationId: null,
    before: null,
    after: deed.after,
  });
  const now = await findSheet(tx, sheet.id);
  if (!now) throw refuse('registering.sheet-not-found');
  return showSheet(tx, context, now);
}
