import type { complianceOperations } from '#contract/compliance/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findLightSubject, insertOverride } from '#database/compliance/light-views.ts';
import { inScope } from '#database/connection.ts';
import { permitOverrideLight } from '#domain/compliance/permissions.ts';
import { refuse } from '#domain/compliance/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { todayOf } from '../today.ts';

type Operation = typeof complianceOperations.overrideLight;

/** Sets a light beside that of the rule. The last one set holds; none is overwritten. */
export async function overrideLight(
  context: Context,
  { body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const subject = await findLightSubject(tx, body.kind, body.subject);
    if (!subject) throw refuse('compliance.subject-not-found');
    permitOverrideLight(context.actor, subject.territory_id);
    const today = await todayOf(tx, context, subject.territory_id);
    if (body.to < today) throw refuse('compliance.ends-before-it-begins', { field: 'to' });
    const id = newId();
    const said = { light: body.light, reason: body.reason, from_day: today, to_day: body.to };
    await insertOverride(tx, {
      id,
      subject_kind: body.kind,
      subject_id: subject.id,
      territory_id: subject.territory_id,
      account_id: context.actor.kind === 'account' ? context.actor.accountId : null,
      ...said,
    });
    await record(tx, context, {
      operation: 'overrideLight',
      subjectKind: body.kind,
      subjectId: subject.id,
      territoryId: subject.territory_id,
      organisationId: null,
      before: null,
      after: said,
      freeText: ['reason'],
    });
    return { id };
  });
}
