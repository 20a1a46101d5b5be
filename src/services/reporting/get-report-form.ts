import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { reportingOperations } from '#contract/reporting/index.ts';
import { inScope } from '#database/connection.ts';
import { findForm } from '#database/reporting/form-store.ts';
import { refuse } from '#domain/reporting/refusals.ts';
import type { Context } from '../context.ts';
import { readForm, showContent, showForm } from './form-of.ts';

type Operation = typeof reportingOperations.getReportForm;

export async function getReportForm(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const form = await findForm(tx, input.form);
    if (!form) throw refuse('reporting.form-not-found');
    return { ...showForm(form), content: showContent(readForm(form.content)) };
  });
}
