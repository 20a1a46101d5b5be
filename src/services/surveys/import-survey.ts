import { createHash } from 'node:crypto';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { surveysOperations } from '#contract/surveys/index.ts';
import { inScope } from '#database/connection.ts';
import { findConfirmation, insertSurveyImport, type SurveyRow } from '#database/surveys/survey-store.ts';
import { estimateSurvey } from '#domain/surveys/estimate-survey.ts';
import { permitReadAnswers } from '#domain/surveys/permissions.ts';
import { refuse } from '#domain/surveys/refusals.ts';
import { columnsOf } from '#domain/surveys/survey.ts';
import { readAnswers } from '#formats/surveys/read-answers.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { getSurveyRow, recordSurvey } from './survey-deed.ts';
import { writeEstimates } from './write-estimates.ts';

type Operation = typeof surveysOperations.importSurvey;

/** Reads answers, keeps what they come to, and lets go of them. */
export async function importSurvey(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { database, actor } = context;
  const survey = await inScope(database, actor.scope, async (tx) => {
    const found = await getSurveyRow(tx, input.survey);
    permitReadAnswers(actor, found);
    if (!(await findConfirmation(tx, found.id))) throw refuse('surveys.not-confirmed');
    return found;
  });
  const { rows, reading } = estimate(survey, input.bytes);
  const { used, withheld, estimates } = reading;
  const answer = { rows, used, withheld, estimates: [...estimates] };
  if (input.dryRun === 'yes') return { ...answer, written: 0 };
  return inScope(database, actor.scope, async (tx) => {
    const sha256 = createHash('sha256').update(input.bytes).digest('hex');
    const { batchId, written } = await writeEstimates(tx, context, survey, {
      kind: 'import',
      sourceVersion: sha256,
      estimates,
    });
    await insertSurveyImport(tx, {
      id: newId(),
      survey_id: survey.id,
      batch_id: batchId,
      file_name: input.fileName,
      sha256,
      rows,
      used,
      estimates: estimates.length,
      withheld,
      account_id: actor.kind === 'account' ? actor.accountId : null,
      imported_at: context.now,
    });
    await recordSurvey(tx, context, survey, {
      operation: 'importSurvey',
      before: null,
      after: { sha256, rows, used, estimates: estimates.length, withheld, batch: batchId },
    });
    return { ...answer, written };
  });
}

function estimate({ design, questions }: SurveyRow, bytes: Uint8Array) {
  const wanted = columnsOf(design, questions);
  const file = readAnswers(bytes, wanted);
  if (!file) throw refuse('surveys.file-unreadable');
  const missing = wanted.filter((column) => !file.columns.includes(column));
  if (missing.length > 0) throw refuse('surveys.column-missing', { values: { columns: missing.join(', ') } });
  const reading = estimateSurvey(file.rows, design, questions);
  if (reading.problems.length > 0) throw refuse('surveys.rows-wrong', { problems: reading.problems });
  if (reading.used === 0) throw refuse('surveys.no-rows');
  return { rows: file.rows.length, reading };
}
