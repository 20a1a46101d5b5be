import { permitKeepCalendars } from '#domain/compliance/permissions.ts';
import type { Fields } from '#domain/audit/entry.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import type { Refusal } from '#domain/shared/refusal.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';

type Row = { readonly id: string; readonly territory_id: number; readonly version: number };

/** Gives a row back for a change, if the caller may change it and nobody else has since the version they saw. */
export function openCalendarRow<Found extends Row>(
  context: Context,
  row: Found | undefined,
  at: { readonly version: number; readonly missing: Refusal },
): Found {
  if (!row) throw at.missing;
  permitKeepCalendars(context.actor, row.territory_id);
  if (row.version !== at.version) throw staleCalendarRow(row);
  return row;
}

/** Somebody else was faster: what stands now is shown beside what was written. */
export function staleCalendarRow(row: Row) {
  return refuseShared('shared.stale', { current: row });
}

/** Writes a change of one of the lists down. */
export async function recordCalendar(
  tx: Transaction,
  context: Context,
  deed: {
    readonly operation: string;
    readonly kind: 'holiday' | 'exchange-rate' | 'quiet-period';
    readonly id: string;
    readonly territoryId: number;
    readonly before: Fields | null;
    readonly after: Fields | null;
  },
): Promise<void> {
  await record(tx, context, {
    operation: deed.operation,
    subjectKind: deed.kind,
    subjectId: deed.id,
    territoryId: deed.territoryId,
    organisationId: null,
    before: deed.before,
    after: deed.after,
    freeText: ['reason'],
  });
}
