import type { insertEvidence } from '#database/commitments/evidence-store.ts';
import type { CommitmentTerms } from '#domain/commitments/commitment.ts';
import { examplePage } from '#formats/documents/example-page.ts';
import { say } from '#words/index.ts';
import type { Context, Transaction } from '../context.ts';
import { keepFile } from '../files/keep-file.ts';
import { reviewOf, type CourseStep } from './example-course.ts';

type EvidenceRow = Parameters<typeof insertEvidence>[1];

/** What was handed in for a due date of the example, and the review that followed. */
export type ExampleEvidence = {
  readonly id: string;
  readonly instanceId: string;
  readonly key: string;
  readonly kind: string | null;
  readonly terms: CommitmentTerms;
  readonly home: { readonly id: string; readonly territoryId: number };
  /** The commitment. */
  readonly commitmentId: string;
  readonly delivered: CourseStep;
  readonly review: CourseStep | undefined;
};

/** Makes the row of a piece of example evidence: an address that leads nowhere, or a page that says what it is. */
export async function keepExampleEvidence(
  tx: Transaction,
  context: Context,
  given: ExampleEvidence,
): Promise<EvidenceRow> {
  const { id, key, terms, home, delivered, review } = given;
  const verifier = terms.verifier?.id ?? null;
  const fileId = delivered.hasFile ? await keepPage(tx, context, given) : null;
  return {
    id,
    commitment_id: given.commitmentId,
    instance_id: given.instanceId,
    territory_id: home.territoryId,
    kind: given.kind ?? 'document',
    file_id: fileId,
    link: fileId === null ? `https://example.org/ejemplo/${key}` : null,
    note: say('es', 'documents.example-note'),
    submitted_on: delivered.on,
    for_party: terms.obligor.id,
    ...(review && {
      review: reviewOf(review.act),
      reviewed_on: review.on,
      reviewer_party: verifier,
      review_reason: review.reason,
    }),
  };
}

async function keepPage(tx: Transaction, context: Context, given: ExampleEvidence): Promise<string> {
  const { id, key, terms, home } = given;
  return keepFile(tx, context, {
    bytes: examplePage([
      say('es', 'documents.example-mark'),
      say('es', 'documents.example-note'),
      terms.what,
    ]),
    mediaType: 'application/pdf',
    name: `ejemplo-${key}.pdf`,
    territoryId: home.territoryId,
    agreementId: home.id,
    subjectKind: 'evidence',
    subjectId: id,
    visibility: 'parties',
    parties: [],
    partyTerritories: [],
  });
}
