import type { indicatorsOperations } from '#contract/indicators/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { insertDefinition } from '#database/indicators/indicator-store.ts';
import { standingAfter } from '#domain/indicators/indicator-standing.ts';
import type { Context } from '../context.ts';
import { accountOf } from './account-of.ts';
import { readWording } from './indicator-body.ts';
import { changeIndicator, openIndicator } from './indicator-deed.ts';

type Operation = typeof indicatorsOperations.redefineIndicator;

/** Words a definition anew. The former wording stays: figures say by which one they were counted. */
export async function redefineIndicator(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { body } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const before = await openIndicator(tx, context, input);
    standingAfter(before.standing, 'redefined');
    const number = before.definitionNumber + 1;
    const { reason, validFrom } = body;
    const at = { indicatorId: before.id, number, reason, validFrom, accountId: accountOf(context) };
    await insertDefinition(tx, at, readWording(body));
    const change = { definitionNumber: number };
    return changeIndicator(tx, context, before, { operation: 'redefineIndicator', change, reason });
  });
}
