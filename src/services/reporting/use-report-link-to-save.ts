import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { reportingOperations } from '#contract/reporting/index.ts';
import type { Context } from '../context.ts';
import { byLink } from './by-link.ts';
import { saveAnswers } from './save-answers.ts';

type Operation = typeof reportingOperations.useReportLinkToSave;

export async function useReportLinkToSave(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { secret, answers } = input.body;
  const by = { operation: 'useReportLinkToSave', link: true };
  return byLink(context, secret, (tx, visitor, opened) => saveAnswers(tx, visitor, opened, answers, by));
}
