import { updateCommitmentRow } from '#database/commitments/commitment-store.ts';
import { findCommitmentsOf } from '#database/commitments/commitment-views.ts';
import { refuse } from '#domain/shared/refusals.ts';
import type { Transaction } from '../context.ts';
import { findConcerned, ownersOf } from './resolve-parties.ts';

/**
 * Brings up to date who may read an agreement's commitments, after a party joined it or left. Called within the agreement's
 * transaction, once its parties stand as they shall.
 */
export async function refreshPartiesOf(tx: Transaction, agreementId: string): Promise<void> {
  for (const commitment of await findCommitmentsOf(tx, agreementId)) {
    const { concerned } = await findConcerned(tx, commitment);
    const owners = ownersOf(concerned);
    if (JSON.stringify(owners.parties) === JSON.stringify(commitment.parties)) continue;
    if (!(await updateCommitmentRow(tx, commitment, { owners }))) {
      throw refuse('shared.stale', { current: commitment });
    }
  }
}
