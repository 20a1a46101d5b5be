import type { Transaction } from '#database/connection.ts';
import type { AgreementContent } from '#domain/agreements/text-content.ts';

/** A text as it was put to signature, with what a printed document says of it. */
export type SealedDocument = {
  readonly content: AgreementContent;
  readonly hash: string;
  readonly code: string;
  readonly redactionOrder: string | null;
  readonly signatures: readonly {
    readonly partyId: string;
    readonly office: string;
    readonly signedOn: string;
    readonly method: string;
    /** The order by which the file of the signature was replaced. */
    readonly fileRedactionOrder: string | null;
  }[];
};

/** The text that was last put to signature, with the signatures that stand; undefined where none was. */
export async function findSealedDocument(
  tx: Transaction,
  agreementId: string,
): Promise<SealedDocument | undefined> {
  const row = await tx
    .selectFrom('agreement_text as t')
    .innerJoin('agreement as a', 'a.id', 't.agreement_id')
    .select(['t.id', 't.content', 't.hash', 't.redaction_order', 'a.verification_code'])
    .where('t.agreement_id', '=', agreementId)
    .orderBy('t.number', 'desc')
    .executeTakeFirst();
  if (!row || row.verification_code === null) return undefined;
  const signatures = await tx
    .selectFrom('agreement_signature')
    .select(['party_id', 'signatory_office', 'signed_on', 'method', 'file_redaction_order'])
    .where('text_id', '=', row.id)
    .where('hash', '=', row.hash)
    .where('withdrawn_at', 'is', null)
    .where((where) => where.or([where('method', '=', 'application'), where('confirmed_at', 'is not', null)]))
    .orderBy('created_at')
    .execute();
  return {
    content: row.content as unknown as AgreementContent,
    hash: row.hash,
    code: row.verification_code,
    redactionOrder: row.redaction_order,
    signatures: signatures.map((signature) => ({
      partyId: signature.party_id,
      office: signature.signatory_office,
      signedOn: signature.signed_on,
      method: signature.method,
      fileRedactionOrder: signature.file_redaction_order,
    })),
  };
}

/** The paper and the time zone of a country. */
export async function findPaper(
  tx: Transaction,
  country: string,
): Promise<{ paper: 'letter' | 'a4'; timeZone: string }> {
  const row = await tx
    .selectFrom('country')
    .select(['paper', 'time_zone'])
    .where('code', '=', country)
    .executeTakeFirst();
  return { paper: row?.paper === 'letter' ? 'letter' : 'a4', timeZone: row?.time_zone ?? 'UTC' };
}
