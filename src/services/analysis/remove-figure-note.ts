import type { analysisOperations } from '#contract/analysis/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { deleteNoteRow, findNote } from '#database/analysis/note-store.ts';
import { inScope } from '#database/connection.ts';
import { permitRemoveNote } from '#domain/analysis/permissions.ts';
import { refuse } from '#domain/analysis/refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import type { Context } from '../context.ts';
import { recordNote } from './note-deed.ts';

type Operation = typeof analysisOperations.removeFigureNote;

export async function removeFigureNote(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const note = await findNote(tx, input.note);
    if (!note) throw refuse('analysis.note-not-found');
    permitRemoveNote(context.actor, note);
    const isGone = await deleteNoteRow(tx, { id: note.id, version: input.version });
    if (!isGone) throw refuseShared('shared.stale', { current: note });
    await recordNote(tx, context, 'removeFigureNote', { before: note, after: null });
    return { done: true };
  });
}
