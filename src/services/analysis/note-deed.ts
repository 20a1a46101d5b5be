import type { NoteRow } from '#database/analysis/note-store.ts';
import { findMeasured } from '#database/values/question-views.ts';
import { refuse } from '#domain/values/refusals.ts';
import { getPlace } from '../actors/look-up.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';

/** The figures that a note stands beside. @throws Refusal `values.indicator-not-found`, `actors.territory-not-found` */
export async function figuresOfNote(
  tx: Transaction,
  of: { readonly indicator: string; readonly territory: string },
): Promise<{ readonly indicatorId: number; readonly territoryId: number }> {
  const indicator = await findMeasured(tx, { code: of.indicator });
  if (!indicator) throw refuse('values.indicator-not-found', { values: { indicator: of.indicator } });
  return { indicatorId: indicator.id, territoryId: (await getPlace(tx, of.territory)).id };
}

/** Writes down that a note was written or taken away. */
export async function recordNote(
  tx: Transaction,
  context: Context,
  operation: string,
  rows: { readonly before: NoteRow | null; readonly after: NoteRow | null },
): Promise<void> {
  const note = rows.after ?? rows.before;
  if (!note) return;
  await record(tx, context, {
    operation,
    subjectKind: 'figure-note',
    subjectId: note.id,
    territoryId: note.territoryId,
    organisationId: note.organisationId,
    before: rows.before && audited(rows.before),
    after: rows.after && audited(rows.after),
    freeText: ['words'],
  });
}

const audited = ({ code, isPublic, period, words }: NoteRow) => ({
  indicator: code,
  period,
  words,
  isPublic,
});
