import type { indicatorsOperations } from '#contract/indicators/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { countUses } from '#database/indicators/use-views.ts';
import { changedFieldsOf, refuseChangeOfMeaning } from '#domain/indicators/indicator.ts';
import { standingAfter } from '#domain/indicators/indicator-standing.ts';
import { permitEditIndicator } from '#domain/indicators/permissions.ts';
import type { Context } from '../context.ts';
import { readIndicatorBody } from './indicator-body.ts';
import { changeIndicator, openIndicator } from './indicator-deed.ts';

type Operation = typeof indicatorsOperations.updateIndicator;

/** Corrects an indicator. Saving what it says already changes nothing and leaves no trace. */
export async function updateIndicator(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const before = await openIndicator(tx, context, input);
    standingAfter(before.standing, 'corrected');
    const { fields, parts, organisationId } = await readIndicatorBody(tx, input.body, before);
    // Nobody hands an indicator to an office for which they could not keep it.
    permitEditIndicator(context.actor, { territoryId: before.territoryId, organisationId });
    refuseChangeOfMeaning(before, fields, await countUses(tx, before.id));
    if (changedFieldsOf(before, fields).length === 0 && organisationId === before.organisationId)
      return { code: before.code, version: before.version };
    const change = { said: { fields, parts }, organisationId };
    return changeIndicator(tx, context, before, { operation: 'updateIndicator', change });
  });
}
