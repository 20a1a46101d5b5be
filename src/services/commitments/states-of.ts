import { findCommitments, findInstances, findPrerequisites } from '#database/commitments/commitment-views.ts';
import { findInsideCommitments, findQuietCommitments } from '#database/commitments/quiet-period-views.ts';
import { mainInstanceOf, type InstanceShown } from '#domain/commitments/instance-standing.ts';
import type { Transaction } from '../context.ts';
import { shownState } from './show-instances.ts';

/** How a commitment stands as a list says it: the due date that asks for attention first, of how many, and how many were kept. */
export type StateOfCommitment = InstanceShown & { readonly instances: number; readonly kept: number };

const keptStates: ReadonlySet<string> = new Set(['verified', 'verified-late', 'cured']);

/** How commitments stand for whoever asks, by commitment; the rule is the one of their own pages. */
export async function statesOf(
  tx: Transaction,
  ids: readonly string[],
  today: string,
): Promise<Map<string, StateOfCommitment>> {
  const prerequisites = await findPrerequisites(tx, ids);
  const everyId = [...new Set([...ids, ...prerequisites.map((row) => row.prerequisite_id)])];
  const [commitments, instances, quiet, inside] = await Promise.all([
    findCommitments(tx, everyId),
    findInstances(tx, everyId),
    findQuietCommitments(tx, ids, today),
    findInsideCommitments(tx, ids),
  ]);
  const others = new Map(commitments.map((row) => [row.id, row]));
  const around = {
    today,
    prerequisites,
    others,
    quiet,
    instancesOf: (id: string) => instances.get(id) ?? [],
  };
  return new Map(
    ids.flatMap((id) => {
      const commitment = others.get(id);
      if (!commitment) return [];
      const states = around.instancesOf(id).map((instance) => ({
        ...shownState(commitment, instance, around, inside.has(id)),
        dueOn: instance.dueOn,
      }));
      const main = mainInstanceOf(states);
      if (!main) return [];
      const { dueOn: _dueOn, ...shown } = main;
      const kept = states.filter(({ state }) => keptStates.has(state)).length;
      return [[id, { ...shown, instances: states.length, kept }] as const];
    }),
  );
}
