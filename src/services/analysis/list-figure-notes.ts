import type { analysisOperations } from '#contract/analysis/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { listNoteRows } from '#database/analysis/note-store.ts';
import { inScope } from '#database/connection.ts';
import { mayNote, mayRemoveNote } from '#domain/analysis/permissions.ts';
import { lookUp } from '../actors/look-up.ts';
import { cutPage, readIdCursor } from '../actors/page-cursor.ts';
import type { Context } from '../context.ts';
import { daysAt } from '../today.ts';
import { figuresOfNote } from './note-deed.ts';

type Operation = typeof analysisOperations.listFigureNotes;

/** Row security keeps internal notes for whoever keeps or reports figures there. */
export async function listFigureNotes(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const after = readIdCursor(input.after);
  const { actor } = context;
  return inScope(context.database, actor.scope, async (tx) => {
    const of = await figuresOfNote(tx, input);
    const rows = await listNoteRows(tx, of, { after, limit: input.limit + 1 });
    const { shown, next } = cutPage(rows, input.limit, ({ id }) => id);
    const names = await lookUp(tx, context, { organisations: shown.map((row) => row.organisationId) });
    const { territoryId } = of;
    const dayOf = await daysAt(tx, territoryId);
    return {
      items: shown.map((row) => ({
        id: row.id,
        period: row.period,
        words: row.words,
        isPublic: row.isPublic,
        organisation: names.optionalOrganisation(row.organisationId),
        writtenOn: dayOf(row.writtenAt),
        mayRemove: mayRemoveNote(actor, row),
        version: row.version,
      })),
      next,
      mayNote: [
        ...(mayNote(actor, { territoryId, isPublic: true }) ? (['public'] as const) : []),
        ...(mayNote(actor, { territoryId, isPublic: false }) ? (['internal'] as const) : []),
      ],
    };
  });
}
