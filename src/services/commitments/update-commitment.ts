import type { commitmentsOperations } from '#contract/commitments/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { deleteInstances, replaceCoObliged } from '#database/commitments/commitment-store.ts';
import { inScope } from '#database/connection.ts';
import { standingAfter } from '#domain/commitments/acts.ts';
import { changedTerms, qualityOf } from '#domain/commitments/commitment.ts';
import { permitPropose } from '#domain/commitments/permissions.ts';
import type { Context } from '../context.ts';
import { addInstances, settleTerms } from './add-commitments.ts';
import { readCommitmentBody } from './commitment-body.ts';
import { changeCommitment, getCommitmentRow, keepActs, recordCommitments } from './commitment-deed.ts';
import { openCommitment } from './open-commitment.ts';
import { dueDaysOf, placeCommitment } from './place-commitment.ts';
import { concernedBy, ownersOf, readParties } from './resolve-parties.ts';
import { surroundings } from './surroundings.ts';

type Operation = typeof commitmentsOperations.updateCommitment;

/**
 * Corrects a proposal, and its due days with it. Once agreed it changes only by an addendum or by rescheduling. Saving what it
 * says already changes nothing and leaves no trace.
 */
export async function updateCommitment(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { commitment, concerned: before, today } = await openCommitment(tx, context, input);
    permitPropose(context.actor, before);
    standingAfter(commitment.standing, 'corrected');
    const written = await readCommitmentBody(tx, input.body, commitment.country);
    const { obligor, coObliged, beneficiary, verifier } = written;
    const book = await readParties(tx, [obligor, ...coObliged, beneficiary, verifier]);
    const { agreementId, planActionId, territoryId } = commitment;
    const around = surroundings(tx);
    const placed = await placeCommitment(
      around,
      { ...written, agreementId, planActionId, territoryId },
      book,
    );
    const terms = await settleTerms(around, written, book, placed);
    const fields = changedTerms(commitment, terms);
    if (fields.length === 0) return { id: commitment.id, version: commitment.version };
    const concerned = concernedBy(terms, book, placed);
    // Nobody writes themselves out of what they may no longer see.
    permitPropose(context.actor, concerned);
    const dueDays = dueDaysOf(terms, placed);
    await changeCommitment(tx, commitment, {
      terms: { ...terms, dueOn: dueDays[0] ?? terms.dueOn },
      owners: ownersOf(concerned),
      quality: qualityOf(terms, true).score,
    });
    await replaceCoObliged(tx, [{ ...commitment, coObliged: terms.coObliged }]);
    if (fields.includes('dueOn') || fields.includes('recurrence')) {
      await deleteInstances(tx, commitment.id);
      await addInstances(tx, [{ ...commitment, dueDays }]);
    }
    const after = await getCommitmentRow(tx, commitment.id);
    await keepActs(tx, context, [{ commitment, act: 'corrected', on: today, details: { fields } }]);
    await recordCommitments(tx, context, 'updateCommitment', [{ before: commitment, after }]);
    return { id: after.id, version: after.version };
  });
}
