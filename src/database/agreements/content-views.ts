import { sql } from 'kysely';
import { z } from 'zod';
import type { Transaction } from '#database/connection.ts';
import { anyOf } from '#database/any-of.ts';
import type { BudgetKind } from '#domain/agreements/vocabulary.ts';

const nullableText = z.string().nullable();
const commitment = z.object({
  id: z.string(),
  what: z.string(),
  obligor_organisation_id: nullableText,
  obligor_structure_id: nullableText,
  co_obliged: z.array(z.string()),
  beneficiary_organisation_id: nullableText,
  beneficiary_structure_id: nullableText,
  responsible_office: nullableText,
  place_id: z.number().nullable(),
  territory_id: z.number(),
  due_on: z.string(),
  starts_on: nullableText,
  recurrence: nullableText,
  proof: z.string(),
  quantity: z.union([z.number(), z.string()]).nullable(),
  unit: nullableText,
  quality: z.number(),
});

/** A commitment of an agreement as its text says it. */
export type CommitmentOfText = z.output<typeof commitment>;

/** The commitments of an agreement as every one of its parties signs them, in order of their day. */
export async function findCommitmentsOfText(
  tx: Transaction,
  agreementId: string,
): Promise<CommitmentOfText[]> {
  const { rows } = await sql<{ commitments: unknown }>`
    select agreement_commitments(${agreementId}::uuid) as commitments`.execute(tx);
  return z.array(commitment).parse(rows[0]?.commitments ?? []);
}

/** The names of organisations and structures, in one map. */
export async function findHolderNames(
  tx: Transaction,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const [organisations, structures] = await Promise.all([
    tx.selectFrom('organisation').select(['id', 'name']).where('id', '=', anyOf(wanted)).execute(),
    tx.selectFrom('structure').select(['id', 'name']).where('id', '=', anyOf(wanted)).execute(),
  ]);
  return new Map([...organisations, ...structures].map((row) => [row.id, row.name]));
}

export type BudgetRow = {
  readonly id: string;
  readonly partyId: string;
  readonly year: number;
  readonly source: string | null;
  readonly budgetCode: string | null;
  readonly kind: BudgetKind;
  readonly currency: string;
  readonly amount: string;
};

/** What each party brings, by party, year and kind. */
export async function findBudget(tx: Transaction, agreementId: string): Promise<BudgetRow[]> {
  const rows = await tx
    .selectFrom('agreement_budget as b')
    .innerJoin('agreement_party as p', 'p.id', 'b.party_id')
    .selectAll('b')
    .where('b.agreement_id', '=', agreementId)
    .orderBy('p.position')
    .orderBy('p.id')
    .orderBy('b.year')
    .orderBy('b.kind')
    .orderBy('b.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    partyId: row.party_id,
    year: row.year,
    source: row.source,
    budgetCode: row.budget_code,
    kind: row.kind as BudgetKind,
    currency: row.currency,
    amount: row.amount,
  }));
}

/** The agreement that another hangs from, as the text names it. */
export async function findSealedText(tx: Transaction, agreementId: string) {
  return tx
    .selectFrom('agreement_text')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export type SealedText = NonNullable<Awaited<ReturnType<typeof findSealedText>>>;
