import type { Selectable } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';
import type { ClauseType } from '#domain/agreements/template-schema.ts';

/** A clause as it stands, its places not yet filled in. */
export type ClauseRow = {
  readonly id: string;
  readonly agreementId: string;
  readonly territoryId: number;
  readonly type: ClauseType;
  readonly position: number;
  readonly title: string;
  readonly body: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly templateKey: string | null;
  readonly removedAt: Date | null;
  readonly version: number;
};

function clauseOf(row: Selectable<DB['agreement_clause']>): ClauseRow {
  return {
    id: row.id,
    agreementId: row.agreement_id,
    territoryId: row.territory_id,
    type: row.type as ClauseType,
    position: row.position,
    title: row.title,
    body: row.body,
    fields: fieldsOf(row.fields),
    templateKey: row.template_key,
    removedAt: row.removed_at,
    version: row.version,
  };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}

/** The clauses of an agreement in order, those that were removed too. */
export async function findClauses(tx: Transaction, agreementId: string): Promise<ClauseRow[]> {
  const rows = await tx
    .selectFrom('agreement_clause')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(clauseOf);
}

export async function findClause(tx: Transaction, id: string): Promise<ClauseRow | undefined> {
  const row = await tx.selectFrom('agreement_clause').selectAll().where('id', '=', id).executeTakeFirst();
  return row && clauseOf(row);
}

/** Every edition of a clause, newest first. */
export async function findClauseEditions(tx: Transaction, clauseId: string) {
  return tx
    .selectFrom('agreement_clause_edition')
    .selectAll()
    .where('clause_id', '=', clauseId)
    .orderBy('number', 'desc')
    .execute();
}
