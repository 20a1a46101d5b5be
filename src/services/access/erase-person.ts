import { inScope, type Transaction } from '#database/connection.ts';
import { findAccountsOfPerson, findPersonRow, type PersonRow } from '#database/access/account-store.ts';
import {
  eraseAccountOf,
  eraseFromUndoing,
  eraseOwnRowOf,
  listEntriesOf,
} from '#database/access/erasure-store.ts';
import { removeSearchEntry } from '#database/operations/search-store.ts';
import { mayActOnAccount, permit } from '#domain/access/permissions.ts';
import { refuse } from '#domain/access/refusals.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import { eraseKeysOfPerson } from '../audit/erase-keys-of-person.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { getAccountView, questionOf } from './judge-account.ts';

type Operation = typeof accessOperations.erasePerson;

/** What stands where a name was. */
export const erasedName = 'Persona borrada';

/**
 * Erases what is held about a person: the name, how to reach them, their account with all that was open, and their values
 * in the trail, whose chain still verifies. Which offices and seats were held when stays, by nobody's name.
 */
export async function erasePerson(
  context: Context,
  { id, body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  await inScope(context.database, context.actor.scope, async (tx) => {
    const person = await findPersonRow(tx, id);
    if (!person) throw refuse('access.person-not-found');
    permit(context.actor, 'erase', person);
    // Entries that were merged into this one are the same person's, with the names they had.
    for (const entryId of await listEntriesOf(tx, id)) await eraseEntry(tx, context, entryId);
    await recordErasure(tx, context, person, body.reason);
  });
  return {};
}

async function eraseEntry(tx: Transaction, context: Context, personId: string): Promise<void> {
  // By whose place it is known who may: before the row itself goes.
  await eraseKeysOfPerson(tx, personId);
  for (const accountId of await findAccountsOfPerson(tx, personId))
    await eraseAccount(tx, context, accountId);
  await eraseFromUndoing(tx, personId, erasedName);
  await eraseOwnRowOf(tx, personId, erasedName);
  await removeSearchEntry(tx, 'person', personId);
}

async function eraseAccount(tx: Transaction, context: Context, accountId: string): Promise<void> {
  const view = await getAccountView(tx, accountId);
  if (!mayActOnAccount(context.actor, 'erase', await questionOf(tx, view)))
    throw refuse('access.stands-above');
  await eraseAccountOf(tx, accountId, {
    now: context.now,
    today: await todayOf(tx, context, view.territoryId),
  });
}

function recordErasure(tx: Transaction, context: Context, person: PersonRow, reason: string): Promise<void> {
  return record(tx, context, {
    operation: 'erasePerson',
    subjectKind: 'person',
    subjectId: person.id,
    territoryId: person.territoryId,
    organisationId: person.organisationId,
    before: { standing: person.standing },
    after: { standing: 'erased', reason },
    freeText: ['reason'],
  });
}
