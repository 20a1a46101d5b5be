import type { AgreementRow } from '#database/agreements/agreement-columns.ts';
import { refuse } from '#domain/agreements/refusals.ts';
import { readEvidence } from '#formats/evidence/read-evidence.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { keepFile } from '../files/keep-file.ts';

/** A paper as it arrived, and what it was found to be. */
export type Paper = {
  readonly original: Uint8Array;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly name: string;
};

/** Looks at a paper by its content, as evidence is looked at. */
export async function readPaper(bytes: Uint8Array, name: string): Promise<Paper> {
  return { ...(await readEvidence(bytes, name)), original: bytes, name };
}

/** What has its paper keeps it: what was recorded once is not replaced, and another is recorded anew. */
export function refuseSecondPaper(fileId: string | null): void {
  if (fileId !== null) throw refuse('agreements.has-file');
}

/** Keeps a paper for the parties, and writes it down. */
export async function keepPaper(
  tx: Transaction,
  context: Context,
  agreement: AgreementRow,
  kept: {
    readonly paper: Paper;
    readonly operation: string;
    readonly subjectKind: 'approval' | 'gate';
    readonly subjectId: string;
  },
): Promise<string> {
  const { paper, operation, subjectKind, subjectId } = kept;
  const id = await keepFile(tx, context, {
    ...paper,
    territoryId: agreement.territoryId,
    agreementId: agreement.id,
    subjectKind,
    subjectId,
    visibility: 'parties',
    parties: agreement.parties,
    partyTerritories: agreement.partyTerritories,
  });
  await record(tx, context, {
    operation,
    subjectKind: 'agreement',
    subjectId: agreement.id,
    territoryId: agreement.territoryId,
    organisationId: null,
    before: null,
    after: { [subjectKind]: subjectId, file: id, mediaType: paper.mediaType },
  });
  return id;
}
