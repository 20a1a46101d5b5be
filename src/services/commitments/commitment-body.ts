import type { commitmentsOperations } from '#contract/commitments/index.ts';
import type { InputOf } from '#contract/operation.ts';
import { isNeedOf, isThread } from '#database/commitments/choice-views.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { freeTextOfCommitments, type CommitmentTerms } from '#domain/commitments/commitment.ts';
import { refuse } from '#domain/commitments/refusals.ts';
import { getPlace } from '../actors/look-up.ts';
import type { Transaction } from '../context.ts';

type Body = InputOf<typeof commitmentsOperations.updateCommitment>['body'];

/** What was written of a commitment, once its place, its texts and what it answers have been looked at. */
export async function readCommitmentBody(
  tx: Transaction,
  body: Body,
  country: string | null,
): Promise<CommitmentTerms> {
  const { place: reference, confirmText, ...written } = body;
  const place = reference === null ? null : await getPlace(tx, reference);
  const terms: CommitmentTerms = { ...written, placeId: place?.id ?? null };
  const texts = Object.fromEntries(freeTextOfCommitments.map((field) => [field, terms[field]]));
  refusePersonalText(texts, confirmText);
  const where = country ?? place?.country ?? null;
  if (terms.needId !== null && where !== null && !(await isNeedOf(tx, terms.needId, where))) {
    throw refuse('commitments.need-not-found', { field: 'needId' });
  }
  if (terms.threadId !== null && !(await isThread(tx, terms.threadId))) {
    throw refuse('commitments.line-not-found', { field: 'threadId' });
  }
  return terms;
}
