import type { registeringOperations } from '#contract/agreements/registering.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { findSheet } from '#database/registering/sheet-store.ts';
import { permitSomewhere } from '#domain/access/permissions.ts';
import { refuse } from '#domain/agreements/registering-refusals.ts';
import type { Context } from '../context.ts';
import { showSheet } from './show-sheet.ts';

type Operation = typeof registeringOperations.getCommitmentSheet;

/** A list of one's own, as it is understood now. */
export async function getCommitmentSheet(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  permitSomewhere(context.actor, 'act-for-party');
  return inScope(context.database, context.actor.scope, async (tx) => {
    const sheet = await findSheet(tx, input.sheetId);
    if (!sheet) throw refuse('registering.sheet-not-found');
    return showSheet(tx, context, sheet);
  });
}
