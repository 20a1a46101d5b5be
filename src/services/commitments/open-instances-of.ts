import type { CommitmentRow, InstanceRow } from '#database/commitments/commitment-columns.ts';
import { findCommitmentsOf, findInstances } from '#database/commitments/commitment-views.ts';
import { isUndelivered } from '#domain/commitments/instance-standing.ts';
import type { Transaction } from '../context.ts';

export type OpenInstance = { readonly commitment: CommitmentRow; readonly instance: InstanceRow };

/** What is still to be handed in of an agreement's commitments that were agreed, by due day. */
export async function openInstancesOf(tx: Transaction, agreementId: string): Promise<OpenInstance[]> {
  const agreed = (await findCommitmentsOf(tx, agreementId)).filter(({ standing }) => standing === 'agreed');
  const instances = await findInstances(
    tx,
    agreed.map(({ id }) => id),
  );
  return agreed
    .flatMap((commitment) =>
      (instances.get(commitment.id) ?? []).map((instance) => ({ commitment, instance })),
    )
    .filter(({ instance }) => isUndelivered(instance.standing))
    .toSorted((one, other) => (one.instance.dueOn < other.instance.dueOn ? -1 : 1));
}
