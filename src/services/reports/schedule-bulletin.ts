import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { reportsOperations } from '#contract/reports/index.ts';
import { inScope } from '#database/connection.ts';
import { insertSchedule } from '#database/reports/schedule-store.ts';
import { permitKeep } from '#domain/reports/permissions.ts';
import { refuse } from '#domain/reports/refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { findSubject } from './gather-bulletin.ts';

type Operation = typeof reportsOperations.scheduleBulletin;

export async function scheduleBulletin(
  context: Context,
  { body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { actor } = context;
  return inScope(context.database, actor.scope, async (tx) => {
    const subject = await findSubject(tx, context, body);
    const at = { territoryId: subject.place.id, organisationId: subject.organisationId };
    permitKeep(actor, at);
    // Its link goes to somebody.
    if (actor.kind !== 'account') throw refuseShared('shared.forbidden');
    const id = newId();
    const { kind, audience, daysAfter } = body;
    const made = {
      id,
      kind,
      audience,
      daysAfter,
      country: subject.place.country,
      language: subject.language,
    };
    if (!(await insertSchedule(tx, { ...made, ...at, accountId: actor.accountId })))
      throw refuse('reports.already-scheduled');
    await record(tx, context, {
      operation: 'scheduleBulletin',
      subjectKind: 'bulletin-schedule',
      subjectId: id,
      ...at,
      before: null,
      after: { kind, audience, daysAfter, language: subject.language },
    });
    return { id };
  });
}
