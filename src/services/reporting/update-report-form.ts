import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { reportingOperations } from '#contract/reporting/index.ts';
import { inScope } from '#database/connection.ts';
import { findForm, updateForm } from '#database/reporting/form-store.ts';
import { permitAsk } from '#domain/reporting/permissions.ts';
import { refuse } from '#domain/reporting/refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { readForm } from './form-of.ts';
import { resolveForm } from './resolve-form.ts';

type Operation = typeof reportingOperations.updateReportForm;

/** Writes the next version: what is asked from the next cycle on. */
export async function updateReportForm(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { title, audience, ...asked } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const form = await findForm(tx, input.form);
    if (!form) throw refuse('reporting.form-not-found');
    permitAsk(context.actor, form.territoryId);
    const content = await resolveForm(tx, asked, { country: form.country, language: context.language });
    const accountId = context.actor.kind === 'account' ? context.actor.accountId : null;
    const next = {
      id: form.id,
      title,
      audience,
      content,
      accountId,
      number: form.number,
      version: input.version,
    };
    if (!(await updateForm(tx, next))) throw refuseShared('shared.stale', { current: form });
    await record(tx, context, {
      operation: 'updateReportForm',
      subjectKind: 'report-form',
      subjectId: form.id,
      territoryId: form.territoryId,
      organisationId: null,
      before: { title: form.title, audience: form.audience, ...readForm(form.content) },
      after: { title, audience, ...content },
    });
    return { id: form.id, version: input.version + 1 };
  });
}
