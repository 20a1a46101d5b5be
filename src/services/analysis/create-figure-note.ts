import type { analysisOperations } from '#contract/analysis/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findAccount } from '#database/access/account-views.ts';
import { findNote, insertNote } from '#database/analysis/note-store.ts';
import { inScope } from '#database/connection.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { permitNote } from '#domain/analysis/permissions.ts';
import { parsePeriod, writePeriod } from '#domain/indicators/period.ts';
import { refuse } from '#domain/values/refusals.ts';
import { signedIn } from '../access/own-account.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { figuresOfNote, recordNote } from './note-deed.ts';

type Operation = typeof analysisOperations.createFigureNote;

export async function createFigureNote(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { body } = input;
  const { accountId } = signedIn(context);
  const period = body.period === null ? null : periodIn(body.period);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const of = await figuresOfNote(tx, body);
    const { isPublic, words } = body;
    permitNote(context.actor, { territoryId: of.territoryId, isPublic });
    refusePersonalText({ words }, body.confirmText);
    const organisationId = (await findAccount(tx, accountId))?.organisation?.id ?? null;
    const id = newId();
    await insertNote(tx, { id, ...of, period, words, isPublic, accountId, organisationId });
    await recordNote(tx, context, 'createFigureNote', {
      before: null,
      after: (await findNote(tx, id)) ?? null,
    });
    return { id, version: 1 };
  });
}

function periodIn(text: string): string {
  const period = parsePeriod(text);
  if (!period) throw refuse('values.not-a-period', { field: 'period', values: { text } });
  return writePeriod(period);
}
