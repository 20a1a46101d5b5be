import type { ledgerOperations } from '#contract/commitments/ledger.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { findNeeds, findWaitNodes } from '#database/ledger/waiting-views.ts';
import { refuse } from '#domain/commitments/refusals.ts';
import { chainToCause } from '#domain/commitments/waiting.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { showNodes } from './show-nodes.ts';

type Operation = typeof ledgerOperations.getWaitingChain;

export async function getWaitingChain(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { commitmentId } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const needs = await findNeeds(tx, commitmentId);
    const ids = [commitmentId, ...needs.map(({ prerequisite }) => prerequisite)];
    const first = await findWaitNodes(tx, ids, { today: '1970-01-01' });
    const blocked = first.get(commitmentId);
    if (!blocked) throw refuse('commitments.not-found');
    const today = await todayOf(tx, context, blocked.where_id);
    const nodes = await findWaitNodes(tx, ids, { today });
    const late = new Set([...nodes.values()].filter((node) => node.is_late).map(({ id }) => id));
    const chain = chainToCause(needs, commitmentId, late);
    const shown = await showNodes(
      tx,
      context,
      new Map(
        chain.flatMap((id) => {
          const node = nodes.get(id);
          return node ? [[id, node] as const] : [];
        }),
      ),
    );
    return { today, chain: chain.flatMap((id) => shown.get(id) ?? []) };
  });
}
