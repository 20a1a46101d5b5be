import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { surveysOperations } from '#contract/surveys/index.ts';
import { inScope } from '#database/connection.ts';
import { insertConfirmation } from '#database/surveys/survey-store.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { refuse } from '#domain/shared/refusals.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { todayOf } from '../today.ts';
import { openSurvey, recordSurvey } from './survey-deed.ts';

type Operation = typeof surveysOperations.confirmSurvey;

/** Somebody answers for the purpose, the basis and the readers, before anything is read. */
export async function confirmSurvey(
  context: Context,
  { survey: id, body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { actor } = context;
  const { purpose, legalBasis, whoMaySee } = body;
  return inScope(context.database, actor.scope, async (tx) => {
    const survey = await openSurvey(tx, context, id);
    if (actor.kind !== 'account') throw refuse('shared.forbidden');
    refusePersonalText({ purpose, legalBasis, whoMaySee }, body.confirmText);
    await insertConfirmation(tx, {
      id: newId(),
      survey_id: survey.id,
      purpose,
      legal_basis: legalBasis,
      who_may_see: whoMaySee,
      account_id: actor.accountId,
      confirmed_on: await todayOf(tx, context, survey.territoryId),
    });
    await recordSurvey(tx, context, survey, {
      operation: 'confirmSurvey',
      before: null,
      after: { purpose, legalBasis, whoMaySee },
      freeText: ['purpose', 'legalBasis', 'whoMaySee'],
    });
    return { done: true };
  });
}
