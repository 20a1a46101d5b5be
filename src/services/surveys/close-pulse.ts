import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { surveysOperations } from '#contract/surveys/index.ts';
import { inScope } from '#database/connection.ts';
import { asKeeper, closeRound, findRound, takeAnswers } from '#database/surveys/pulse-store.ts';
import { permitPulse } from '#domain/surveys/permissions.ts';
import { addUpPulse } from '#domain/surveys/pulse.ts';
import { refuse } from '#domain/surveys/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';

type Operation = typeof surveysOperations.closePulse;

/** Adds a round up and erases its answers, in one transaction: there is no moment at which both or neither are there. */
export async function closePulse(
  context: Context,
  { round: id }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const round = await inScope(context.database, context.actor.scope, async (tx) => {
    const found = await findRound(tx, id);
    if (!found) throw refuse('surveys.round-not-found');
    permitPulse(context.actor, found);
    if (found.closedAt !== null) throw refuse('surveys.round-closed');
    return found;
  });
  return asKeeper(context.database, async (tx) => {
    const given = await takeAnswers(tx, round.id);
    const results = addUpPulse(given, round.people);
    const answers = given.length;
    if (!(await closeRound(tx, round.id, { at: context.now, answers, results })))
      throw refuse('surveys.round-closed');
    await record(tx, context, {
      operation: 'closePulse',
      subjectKind: 'pulse-round',
      subjectId: round.id,
      territoryId: round.territoryId,
      organisationId: null,
      before: null,
      after: { answers, isShown: results !== null },
    });
    return { answers, isShown: results !== null };
  });
}
