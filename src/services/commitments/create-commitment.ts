import type { commitmentsOperations } from '#contract/commitments/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findPartyRows } from '#database/commitments/party-views.ts';
import { inScope } from '#database/connection.ts';
import { permitSomewhere } from '#domain/access/permissions.ts';
import type { Context } from '../context.ts';
import { addCommitments } from './add-commitments.ts';
import { readCommitmentBody } from './commitment-body.ts';
import { getCommitmentRow } from './commitment-deed.ts';

type Operation = typeof commitmentsOperations.createCommitment;

/** Enters one commitment as a proposal. Whoever enters it is of one of its parties, or oversees: `addCommitments` asks. */
export async function createCommitment(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  permitSomewhere(context.actor, 'act-for-party');
  const { agreementId, planActionId, ...body } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const obligor = (await findPartyRows(tx, [body.obligor.id])).get(body.obligor.id);
    const terms = await readCommitmentBody(tx, body, obligor?.country ?? null);
    const draft = { ...terms, agreementId, planActionId };
    const [added] = await addCommitments(tx, context, [draft], { operation: 'createCommitment' });
    const row = await getCommitmentRow(tx, added?.id ?? '');
    return { id: row.id, version: row.version };
  });
}
