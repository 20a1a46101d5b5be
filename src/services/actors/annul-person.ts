import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { updatePersonRow } from '#database/actors/people-store.ts';
import { inScope } from '#database/connection.ts';
import { removeSearchEntry } from '#database/operations/search-store.ts';
import { refuse } from '#domain/actors/refusals.ts';
import type { Context } from '../context.ts';
import { stale } from './organisation-deed.ts';
import { closePerson, openPerson } from './person-deed.ts';

type Operation = typeof actorsOperations.annulPerson;

export async function annulPerson(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const at = { id: input.personId, version: input.version };
    const row = await openPerson(tx, context, at);
    if (row.standing !== 'active' && row.standing !== 'left') {
      throw refuse('actors.not-active', { values: { standing: row.standing } });
    }
    const annulled = { standing: 'annulled', standing_reason: input.body.reason };
    if (!(await updatePersonRow(tx, at, annulled))) throw stale(row);
    const answer = await closePerson(tx, context, 'annulPerson', row.id, row);
    await removeSearchEntry(tx, 'person', row.id);
    return answer;
  });
}
