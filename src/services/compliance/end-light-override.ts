import type { complianceOperations } from '#contract/compliance/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { endOverride, findOverride } from '#database/compliance/light-views.ts';
import { inScope } from '#database/connection.ts';
import { permitOverrideLight } from '#domain/compliance/permissions.ts';
import { refuse } from '#domain/compliance/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';

type Operation = typeof complianceOperations.endLightOverride;

export async function endLightOverride(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const row = await findOverride(tx, input.overrideId);
    if (!row) throw refuse('compliance.override-not-found');
    permitOverrideLight(context.actor, row.territory_id);
    if (!(await endOverride(tx, row.id, context.now))) throw refuse('compliance.override-not-found');
    await record(tx, context, {
      operation: 'endLightOverride',
      subjectKind: row.subject_kind,
      subjectId: row.subject_id,
      territoryId: row.territory_id,
      organisationId: null,
      before: { light: row.light, to_day: row.to_day },
      after: { light: null, to_day: null },
    });
    return { done: true };
  });
}
