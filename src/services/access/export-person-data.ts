import { inScope } from '#database/connection.ts';
import { findAccountsOfPerson, findPersonRow } from '#database/access/account-store.ts';
import { collectPersonData } from '#database/access/person-data.ts';
import { permit } from '#domain/access/permissions.ts';
import { refuse } from '#domain/access/refusals.ts';
import { selfScope } from '#domain/access/scope.ts';
import { writeMyData } from '#formats/access/my-data.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';

type Operation = typeof accessOperations.exportPersonData;

/**
 * Everything that is held about somebody who asked for it and cannot fetch it themselves.
 * Whoever may erase a person may hand them what would be erased; it is collected as that person would see it, and recorded.
 */
export async function exportPersonData(
  context: Context,
  { id }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { accountId, today } = await inScope(context.database, context.actor.scope, async (tx) => {
    const person = await findPersonRow(tx, id);
    if (!person) throw refuse('access.person-not-found');
    permit(context.actor, 'erase', person);
    const { territoryId, organisationId } = person;
    await record(tx, context, {
      operation: 'exportPersonData',
      subjectKind: 'person',
      subjectId: id,
      territoryId,
      organisationId,
      before: null,
      after: null,
    });
    const [account] = await findAccountsOfPerson(tx, id);
    return { accountId: account ?? null, today: await todayOf(tx, context, territoryId) };
  });
  const data = await inScope(context.database, selfScope(accountId, id), collectPersonData);
  return {
    fileName: context.language === 'es' ? 'datos-de-una-persona.zip' : 'data-of-a-person.zip',
    mediaType: 'application/zip',
    bytes: writeMyData(data, context.language, today),
  };
}
