import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { deletePersonRow } from '#database/actors/people-store.ts';
import { countPersonConsequences } from '#database/actors/people-views.ts';
import { inScope } from '#database/connection.ts';
import { removeSearchEntry } from '#database/operations/search-store.ts';
import { refuseDeletion } from '#domain/actors/deletion.ts';
import type { Context } from '../context.ts';
import { stale } from './organisation-deed.ts';
import { openPerson, recordPerson } from './person-deed.ts';

type Operation = typeof actorsOperations.deletePerson;

export async function deletePerson(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const row = await openPerson(tx, context, { id: input.personId, version: input.version });
    refuseDeletion(await countPersonConsequences(tx, row.id));
    await removeSearchEntry(tx, 'person', row.id);
    if (!(await deletePersonRow(tx, row.id, row.version))) throw stale(row);
    await recordPerson(tx, context, 'deletePerson', { before: row, after: null });
    return { done: true };
  });
}
