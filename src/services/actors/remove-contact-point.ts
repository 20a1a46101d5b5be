import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { deleteContactRow } from '#database/actors/people-store.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { openContact, recordContact } from './contact-deed.ts';

type Operation = typeof actorsOperations.removeContactPoint;

export async function removeContactPoint(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { row, owner } = await openContact(tx, context, input.contactId);
    await deleteContactRow(tx, row.id);
    await recordContact(tx, context, 'removeContactPoint', { id: row.id, owner, before: row, after: null });
    return { done: true };
  });
}
