import type { agreementsOperations } from '#contract/agreements/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { replaceAgreementLinks } from '#database/agreements/agreement-store.ts';
import { findTemplate } from '#database/agreements/template-views.ts';
import { inScope } from '#database/connection.ts';
import { refuse } from '#domain/agreements/refusals.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { readAgreementBody } from './agreement-body.ts';
import { openText, takeBack } from './change-text.ts';
import { changeAgreement } from './move-agreement.ts';

type Operation = typeof agreementsOperations.updateAgreement;

/** Changes what an agreement says as a whole. */
export async function updateAgreement(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const open = await openText(tx, context, { id: input.agreementId, version: input.version });
    const { agreement } = open;
    if (input.body.parentId === agreement.id)
      throw refuse('agreements.parent-not-found', { field: 'parentId' });
    const template = await findTemplate(tx, agreement.templateId);
    if (!template) throw refuse('agreements.template-not-found');
    const today = await todayOf(tx, context, agreement.territoryId);
    const { columns, links } = await readAgreementBody(tx, input.body, {
      country: agreement.country,
      territoryId: agreement.territoryId,
      today,
      template,
      isNew: false,
    });
    await replaceAgreementLinks(tx, agreement, links);
    await takeBack(tx, open);
    const after = await changeAgreement(tx, context, agreement, {
      operation: 'updateAgreement',
      change: columns,
    });
    return { id: after.id, version: after.version };
  });
}
