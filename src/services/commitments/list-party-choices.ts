import type { commitmentsOperations } from '#contract/commitments/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findActiveParties } from '#database/commitments/choice-views.ts';
import { inScope } from '#database/connection.ts';
import { matchNames } from '#domain/commitments/name-matching.ts';
import type { Context } from '../context.ts';
import { showChoices } from './show-choices.ts';

type Operation = typeof commitmentsOperations.listPartyChoices;

/** Organisations and structures that a name may mean, while it is typed. */
export async function listPartyChoices(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const found = matchNames(input.text, await findActiveParties(tx, input.country));
    return { items: found.map(await showChoices(tx, context, found)) };
  });
}
