import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { surveysOperations } from '#contract/surveys/index.ts';
import { inScope } from '#database/connection.ts';
import { refuse } from '#domain/surveys/refusals.ts';
import type { Context } from '../context.ts';
import { openSurvey, recordSurvey } from './survey-deed.ts';
import { writeEstimates } from './write-estimates.ts';

type Operation = typeof surveysOperations.recordEstimate;

/** Keeps what a source published, as it published it: also without an interval, which is then said. */
export async function recordEstimate(
  context: Context,
  { survey: id, body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { indicator, value, low, high, answers } = body;
  const hasBoth = low !== null && high !== null;
  if ((low === null) !== (high === null) || (hasBoth && !(low <= value && value <= high)))
    throw refuse('surveys.interval-reversed', { field: 'low' });
  return inScope(context.database, context.actor.scope, async (tx) => {
    const survey = await openSurvey(tx, context, id);
    const estimate = { indicator, territory: body.territory ?? null, group: null, value, low, high, answers };
    const { batchId, written } = await writeEstimates(tx, context, survey, {
      kind: 'entry',
      sourceVersion: null,
      estimates: [{ ...estimate, standardError: null }],
    });
    await recordSurvey(tx, context, survey, {
      operation: 'recordEstimate',
      before: null,
      after: { ...estimate, batch: batchId },
    });
    return { written };
  });
}
