import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { reportingOperations } from '#contract/reporting/index.ts';
import type { Context } from '../context.ts';
import { byLink } from './by-link.ts';
import { templateOf } from './template-of.ts';

type Operation = typeof reportingOperations.useReportLinkForTemplate;

export async function useReportLinkForTemplate(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return byLink(context, input.secret, (tx, visitor, opened) => templateOf(tx, visitor, opened));
}
