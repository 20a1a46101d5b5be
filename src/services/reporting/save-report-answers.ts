import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { reportingOperations } from '#contract/reporting/index.ts';
import { inScope } from '#database/connection.ts';
import { permitFill } from '#domain/reporting/permissions.ts';
import type { Context } from '../context.ts';
import { openToChange } from './read-report.ts';
import { saveAnswers } from './save-answers.ts';

type Operation = typeof reportingOperations.saveReportAnswers;

export async function saveReportAnswers(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const opened = await openToChange(tx, input.report);
    permitFill(context.actor, opened.report);
    const by = { operation: 'saveReportAnswers', link: false };
    return saveAnswers(tx, context, opened, input.body.answers, by);
  });
}
