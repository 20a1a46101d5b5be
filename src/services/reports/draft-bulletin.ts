import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { reportsOperations } from '#contract/reports/index.ts';
import { inScope } from '#database/connection.ts';
import { mayKeep, permitRead } from '#domain/reports/permissions.ts';
import type { Context } from '../context.ts';
import { findSubject, gatherBulletin } from './gather-bulletin.ts';
import { showBulletin } from './show-bulletin.ts';
import { bulletinFile, sheetOf } from './write-bulletin.ts';

type Operation = typeof reportsOperations.draftBulletin;

export async function draftBulletin(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const subject = await inScope(context.database, context.actor.scope, async (tx) => {
    const found = await findSubject(tx, context, input);
    permitRead(context.actor, input.audience, placeOf(found));
    return found;
  });
  const content = await gatherBulletin(context, subject);
  const sheet = await sheetOf(context, content, null);
  if (input.format !== 'json') return bulletinFile(sheet, input.format);
  return {
    ...(await showBulletin(context, { content, sheet, ...placeOf(subject) })),
    abilities: mayKeep(context.actor, placeOf(subject)) ? ['review-figures'] : [],
  };
}

function placeOf({ place, organisationId }: { place: { id: number }; organisationId: string | null }) {
  return { territoryId: place.id, organisationId };
}
