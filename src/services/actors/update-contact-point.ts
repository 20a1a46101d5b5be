import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { updateContactRow } from '#database/actors/people-store.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { stale } from './organisation-deed.ts';
import { openContact, recordContact } from './contact-deed.ts';

type Operation = typeof actorsOperations.updateContactPoint;

export async function updateContactPoint(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { channel, value, label, visibility } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { row, owner } = await openContact(tx, context, input.contactId);
    const at = { id: row.id, version: input.version };
    if (!(await updateContactRow(tx, at, { channel, value, label, visibility }))) throw stale(row);
    await recordContact(tx, context, 'updateContactPoint', {
      id: row.id,
      owner,
      before: row,
      after: input.body,
    });
    return { id: row.id, version: input.version + 1 };
  });
}
