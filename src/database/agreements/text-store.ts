import { sql, type Insertable, type Selectable, type Updateable } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';
import type { AgreementContent } from '#domain/agreements/text-content.ts';
import type { SignatureMethod } from '#domain/agreements/signing.ts';
import type { GateResult } from '#domain/agreements/vocabulary.ts';
import type { GateKind } from '#domain/agreements/template-schema.ts';

/** A text as it was put to the signatories. */
export type SealedText = {
  readonly id: string;
  readonly agreementId: string;
  readonly number: number;
  readonly content: AgreementContent;
  readonly hash: string;
  readonly sealedAt: Date;
  readonly redactedAt: Date | null;
  readonly redactionOrder: string | null;
};

export async function insertText(tx: Transaction, text: Insertable<DB['agreement_text']>): Promise<void> {
  await tx.insertInto('agreement_text').values(text).execute();
}

/** The text that was last put to signature, if any was. */
export async function findSealedText(tx: Transaction, agreementId: string): Promise<SealedText | undefined> {
  const row = await tx
    .selectFrom('agreement_text')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .orderBy('number', 'desc')
    .executeTakeFirst();
  return row && sealedText(row);
}

/** All that was ever put to signature of an agreement and of its addenda. */
export async function listSealedTexts(tx: Transaction, agreementId: string): Promise<SealedText[]> {
  const rows = await tx
    .selectFrom('agreement_text as t')
    .innerJoin('agreement as a', 'a.id', 't.agreement_id')
    .selectAll('t')
    .where((where) =>
      where.or([
        where('a.id', '=', agreementId),
        where.and([where('a.parent_id', '=', agreementId), where('a.kind', '=', 'addendum')]),
      ]),
    )
    .orderBy('t.agreement_id')
    .orderBy('t.number')
    .execute();
  return rows.map(sealedText);
}

function sealedText(row: Selectable<DB['agreement_text']>): SealedText {
  return {
    id: row.id,
    agreementId: row.agreement_id,
    number: row.number,
    content: row.content as unknown as AgreementContent,
    hash: row.hash,
    sealedAt: row.sealed_at,
    redactedAt: row.redacted_at,
    redactionOrder: row.redaction_order,
  };
}

/** Puts a text with passages struck out in the place of what is shown, and says whether the caller could. The database asks for an order of its own each time, and keeps the hash. */
export async function redactText(
  tx: Transaction,
  id: string,
  redaction: { readonly content: AgreementContent; readonly order: string; readonly at: Date },
): Promise<boolean> {
  const result = await tx
    .updateTable('agreement_text')
    .set({
      content: JSON.stringify(redaction.content),
      redacted_content: JSON.stringify(redaction.content),
      redaction_order: redaction.order,
      redacted_at: redaction.at,
    })
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Strikes the same out of the draft, its editions, its remarks and its facts. Gives back the commitments that say something else now. */
export async function redactDrafts(
  tx: Transaction,
  agreementId: string,
  struck: {
    readonly passages: readonly string[];
    readonly clauses: readonly { readonly id: string; readonly title: string; readonly body: string }[];
    readonly mark: string;
  },
): Promise<string[]> {
  const { rows } = await sql<{ changed: string[] }>`
    select agreement_redact_drafts(${agreementId}::uuid, ${[...struck.passages]}::text[],
      ${JSON.stringify(struck.clauses)}::jsonb, ${struck.mark}) as changed`.execute(tx);
  return [...new Set(rows[0]?.changed)];
}

/** A signature with what is known of it. */
export type SignatureRow = {
  readonly id: string;
  readonly partyId: string;
  readonly office: string;
  readonly method: SignatureMethod;
  readonly hash: string;
  readonly signedOn: string;
  readonly place: string | null;
  readonly accountId: string | null;
  readonly fileId: string | null;
  readonly fileRedactionOrder: string | null;
  readonly check: unknown;
  readonly confirmed: boolean;
  readonly withdrawn: boolean;
};

export async function insertSignature(
  tx: Transaction,
  signature: Insertable<DB['agreement_signature']>,
): Promise<void> {
  await tx.insertInto('agreement_signature').values(signature).execute();
}

export async function updateSignature(
  tx: Transaction,
  id: string,
  change: Updateable<DB['agreement_signature']>,
): Promise<void> {
  await tx.updateTable('agreement_signature').set(change).where('id', '=', id).execute();
}

/** Writes down beside the signatures of which a file is that an order replaced it. */
export async function noteStruckFiles(tx: Transaction, fileId: string, order: string): Promise<void> {
  await tx
    .updateTable('agreement_signature')
    .set({ file_redaction_order: order })
    .where('file_id', '=', fileId)
    .execute();
}

/** The signatures of the text that was last put to signature. */
export async function findSignatures(tx: Transaction, textId: string): Promise<SignatureRow[]> {
  const rows = await tx
    .selectFrom('agreement_signature')
    .selectAll()
    .where('text_id', '=', textId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    partyId: row.party_id,
    office: row.signatory_office,
    method: row.method as SignatureMethod,
    hash: row.hash,
    signedOn: row.signed_on,
    place: row.place,
    accountId: row.account_id,
    fileId: row.file_id,
    fileRedactionOrder: row.file_redaction_order,
    check: row.check_result,
    confirmed: row.confirmed_at !== null,
    withdrawn: row.withdrawn_at !== null,
  }));
}

/** An office of a party: a post of an organisation, or a seat of a structure. */
export async function findOffices(
  tx: Transaction,
  personId: string,
  holder: { readonly kind: 'organisation' | 'structure'; readonly id: string },
) {
  if (holder.kind === 'organisation') {
    const posts = await tx
      .selectFrom('post')
      .select(['kind', 'title', 'valid_from', 'valid_to'])
      .where('person_id', '=', personId)
      .where('organisation_id', '=', holder.id)
      .execute();
    return posts.map((row) => ({
      isHead: row.kind === 'head',
      title: row.title,
      from: row.valid_from,
      to: row.valid_to,
    }));
  }
  const seats = await tx
    .selectFrom('seat_term as t')
    .innerJoin('seat as s', 's.id', 't.seat_id')
    .select(['s.role', 's.name', 't.valid_from', 't.valid_to'])
    .where('t.person_id', '=', personId)
    .where('s.structure_id', '=', holder.id)
    .execute();
  return seats.map((row) => ({
    isHead: row.role === 'chair',
    title: row.name,
    from: row.valid_from,
    to: row.valid_to,
  }));
}

export async function insertGate(tx: Transaction, gate: Insertable<DB['agreement_gate']>): Promise<void> {
  await tx.insertInto('agreement_gate').values(gate).execute();
}

/** What registries, gazettes, comptrollers and authorities answered, in the order in which it was written down. */
export async function findLifeGates(tx: Transaction, agreementId: string) {
  const rows = await tx
    .selectFrom('agreement_gate')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    kind: row.kind as GateKind,
    body: row.body,
    reference: row.reference,
    on: row.on_date,
    result: row.result as GateResult,
  }));
}

/** What decides which gates count: whether it moves money, and whether it covers an indigenous territory. */
export async function findCircumstances(
  tx: Transaction,
  agreementId: string,
): Promise<{ movesMoney: boolean; coversIndigenous: boolean }> {
  const { rows } = await sql<{ movesMoney: boolean; coversIndigenous: boolean }>`
    select exists (select from agreement_budget b where b.agreement_id = ${agreementId} and b.kind = 'cash' and b.amount > 0)
        or exists (select from commitment c where c.agreement_id = ${agreementId} and c.cash > 0) as "movesMoney",
      exists (select from agreement_territory t join organisation o on o.territory_id = t.place_id
        where t.agreement_id = ${agreementId} and o.kind = 'indigenous-authority') as "coversIndigenous"`.execute(
    tx,
  );
  return rows[0] ?? { movesMoney: false, coversIndigenous: false };
}

/** Keeps an approving act of a party. */
export async function insertApproval(
  tx: Transaction,
  approval: Insertable<DB['agreement_approval']>,
): Promise<void> {
  await tx.insertInto('agreement_approval').values(approval).execute();
}

/** The parties of which an approving act is on record. */
export async function findApprovedParties(tx: Transaction, agreementId: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('agreement_approval')
    .select('party_id')
    .where('agreement_id', '=', agreementId)
    .execute();
  return new Set(rows.map((row) => row.party_id));
}

/** What a code on a document leads to, for anybody who holds it: asked of the owner, since the code itself opens it. */
export async function findAgreementIdByCode(tx: Transaction, code: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('agreement')
    .select('id')
    .where('verification_code', '=', code)
    .executeTakeFirst();
  return row?.id;
}
