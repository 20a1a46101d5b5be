import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { reportsOperations } from '#contract/reports/index.ts';
import { inScope } from '#database/connection.ts';
import { permitKeep } from '#domain/reports/permissions.ts';
import type { Context } from '../context.ts';
import { findSubject, gatherBulletin } from './gather-bulletin.ts';
import { keepContent } from './keep-content.ts';

type Operation = typeof reportsOperations.keepBulletin;

export async function keepBulletin(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const subject = await inScope(context.database, context.actor.scope, async (tx) => {
    const found = await findSubject(tx, context, input.body);
    permitKeep(context.actor, { territoryId: found.place.id, organisationId: found.organisationId });
    return found;
  });
  const content = await gatherBulletin(context, subject);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { id, code, hash } = await keepContent(tx, context, { content, subject, scheduleId: null });
    return { id, code, hash };
  });
}
