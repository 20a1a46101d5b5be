import type { commitmentsOperations } from '#contract/commitments/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findAgreementOf } from '#database/commitments/agreement-views.ts';
import { inScope } from '#database/connection.ts';
import { permitPropose } from '#domain/commitments/permissions.ts';
import { refuseFixedText, textStateOf } from '#domain/commitments/within-text.ts';
import type { Context } from '../context.ts';
import { actOnCommitment, permitImpartial } from './open-commitment.ts';

type Operation = typeof commitmentsOperations.annulCommitment;

/** Annuls a wrong entry: a proposal, whoever may enter one; what was agreed, whoever oversees and is not of the side that owes. */
export async function annulCommitment(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, (tx) =>
    actOnCommitment(tx, context, input, {
      operation: 'annulCommitment',
      act: 'annulled',
      permit: async (opened) => {
        permitPropose(context.actor, opened.concerned);
        const { standing, agreementId } = opened.commitment;
        if (standing !== 'proposed') await permitImpartial(tx, context, opened);
        // What a text says that was put to signature is no wrong entry: it is cured as the text is.
        if (agreementId !== null) refuseFixedText(textStateOf(await findAgreementOf(tx, agreementId)));
      },
    }),
  );
}
