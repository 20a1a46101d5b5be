import type { CycleRow } from '#database/reporting/cycle-views.ts';
import { countReports } from '#database/reporting/cycle-views.ts';
import { isPeriodKind, writePeriod } from '#domain/indicators/period.ts';
import { completenessOf } from '#domain/reporting/report-standing.ts';
import { lookUp } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';

/** A period as it is kept in two columns, as it is written. */
export function periodOf(row: { readonly periodKind: string; readonly period: string }): string {
  return isPeriodKind(row.periodKind) ? writePeriod({ kind: row.periodKind, start: row.period }) : row.period;
}

/** Whether answers are taken: it has opened and nobody has closed it. What is late is late, but it is taken. */
export function isOpen(
  row: { readonly opensOn: string; readonly closedOn: string | null },
  today: string,
): boolean {
  return row.opensOn <= today && row.closedOn === null;
}

/** Cycles in lines of a list, each with how complete it is. */
export async function showCycles(
  tx: Transaction,
  context: Context,
  rows: readonly CycleRow[],
  today: string,
) {
  const names = await lookUp(tx, context, { territories: rows.map(({ territoryId }) => territoryId) });
  const reports = await countReports(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    form: { id: row.formId, name: row.formTitle },
    territory: names.place(row.territoryId),
    period: periodOf(row),
    path: row.path as 'territory',
    opensOn: row.opensOn,
    dueOn: row.dueOn,
    graceDays: row.graceDays,
    closedOn: row.closedOn,
    isOpen: isOpen(row, today),
    completeness: completenessOf(
      reports.filter(({ cycleId }) => cycleId === row.id),
      row,
      today,
    ),
    example: row.example,
  }));
}
