import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { reportingOperations } from '#contract/reporting/index.ts';
import { spendReportLink } from '#database/reporting/link-store.ts';
import { refuse } from '#domain/reporting/refusals.ts';
import type { Context } from '../context.ts';
import { byLink } from './by-link.ts';
import { send } from './send.ts';

type Operation = typeof reportingOperations.useReportLinkToSend;

/** Sends the report and uses the link up, in one transaction: of two at once, one sends. */
export async function useReportLinkToSend(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { secret, reasons } = input.body;
  return byLink(context, secret, async (tx, visitor, opened, linkId) => {
    await send(tx, visitor, opened, { reasons, operation: 'useReportLinkToSend', byLink: true });
    if (!(await spendReportLink(tx, linkId, context.now))) throw refuse('reporting.link-spent');
    return { done: true as const };
  });
}
