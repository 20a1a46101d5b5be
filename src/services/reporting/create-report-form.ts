import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { reportingOperations } from '#contract/reporting/index.ts';
import { inScope } from '#database/connection.ts';
import { insertForm } from '#database/reporting/form-store.ts';
import { permitAsk } from '#domain/reporting/permissions.ts';
import { getPlace } from '../actors/look-up.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { resolveForm } from './resolve-form.ts';

type Operation = typeof reportingOperations.createReportForm;

export async function createReportForm(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { territory, title, audience, ...asked } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, territory);
    permitAsk(context.actor, place.id);
    const content = await resolveForm(tx, asked, { country: place.country, language: context.language });
    const id = newId();
    const accountId = context.actor.kind === 'account' ? context.actor.accountId : null;
    await insertForm(tx, {
      id,
      country: place.country,
      territoryId: place.id,
      title,
      audience,
      content,
      accountId,
    });
    await record(tx, context, {
      operation: 'createReportForm',
      subjectKind: 'report-form',
      subjectId: id,
      territoryId: place.id,
      organisationId: null,
      before: null,
      after: { title, audience, ...content },
    });
    return { id, version: 1 };
  });
}
