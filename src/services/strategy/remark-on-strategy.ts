import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { strategyOperations } from '#contract/strategy/index.ts';
import { inScope } from '#database/connection.ts';
import { findElement } from '#database/strategy/element-views.ts';
import { insertRemark } from '#database/strategy/remark-store.ts';
import { findVersion } from '#database/strategy/strategy-views.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { permitRemark } from '#domain/strategy/permissions.ts';
import { refuse } from '#domain/strategy/refusals.ts';
import { isOpenTo } from '#domain/strategy/succession.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { todayOf } from '../today.ts';

type Operation = typeof strategyOperations.remarkOnStrategy;

/** Leaves a remark in a consultation, in the name of the organisation that somebody works for. */
export async function remarkOnStrategy(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { elementId, text, confirmText } = input.body;
  const { actor } = context;
  const account = permitRemark(actor);
  return inScope(context.database, actor.scope, async (tx) => {
    const version = await findVersion(tx, input.versionId);
    if (!version) throw refuse('strategy.version-not-found');
    const today = await todayOf(tx, context, version.territoryId);
    if (!isOpenTo(version, today)) throw refuse('strategy.no-consultation');
    const element = elementId === null ? undefined : await findElement(tx, elementId);
    if (elementId !== null && element?.versionId !== version.id)
      throw refuse('strategy.element-not-found', { field: 'elementId' });
    refusePersonalText({ text }, confirmText);
    const id = newId();
    const organisationId = account.roles.find((role) => role.organisationId !== null)?.organisationId ?? null;
    await insertRemark(tx, {
      id,
      version_id: version.id,
      element_id: elementId,
      territory_id: version.territoryId,
      organisation_id: organisationId,
      account_id: account.accountId,
      body: text,
    });
    await record(tx, context, {
      operation: 'remarkOnStrategy',
      subjectKind: 'strategy-remark',
      subjectId: id,
      territoryId: version.territoryId,
      organisationId,
      before: null,
      after: { versionId: version.id, elementId, text },
      freeText: ['text'],
    });
    return { id, version: 1 };
  });
}
