import { findCommitmentsOf } from '#database/commitments/commitment-views.ts';
import { standingAfter } from '#domain/commitments/acts.ts';
import type { Day } from '#domain/shared/dates.ts';
import type { Context, Transaction } from '../context.ts';
import { changeCommitment, keepActs, recordCommitments } from './commitment-deed.ts';

type Agreeing = {
  readonly agreementId: string;
  readonly on: Day;
  /** Whether everyone may read them from here on: what the template makes public. */
  readonly isPublic: boolean;
  /** The operation of whoever calls, for the trail. */
  readonly operation: string;
};

/** Makes the proposals of an agreement what was agreed, when it comes into force. Called within the agreement's transaction. */
export async function agreeCommitmentsOf(
  tx: Transaction,
  context: Context,
  { agreementId, on, isPublic, operation }: Agreeing,
): Promise<string[]> {
  const proposed = (await findCommitmentsOf(tx, agreementId)).filter(
    ({ standing }) => standing === 'proposed',
  );
  const changes = [];
  for (const before of proposed) {
    const standing = standingAfter(before.standing, 'agreed');
    const after = await changeCommitment(tx, before, { standing, isPublic });
    changes.push({ before, after });
  }
  await keepActs(
    tx,
    context,
    changes.map(({ after }) => ({ commitment: after, act: 'agreed', on })),
  );
  await recordCommitments(tx, context, operation, changes);
  return proposed.map(({ id }) => id);
}
