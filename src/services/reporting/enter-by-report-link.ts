import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { reportingOperations } from '#contract/reporting/index.ts';
import type { Context } from '../context.ts';
import { byLink } from './by-link.ts';
import { showReport } from './show-report.ts';

type Operation = typeof reportingOperations.enterByReportLink;

/** The one report that a link opens, and nothing else. */
export async function enterByReportLink(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return byLink(context, input.body.secret, (tx, visitor, opened) =>
    showReport(tx, visitor, opened, { link: true }),
  );
}
