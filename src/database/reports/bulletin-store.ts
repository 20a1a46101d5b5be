import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { BulletinAudience, BulletinContent, BulletinKind } from '#domain/reports/bulletin.ts';

const columns = [
  'b.id',
  'b.kind',
  'b.country',
  'b.territory_id as territoryId',
  'b.organisation_id as organisationId',
  'b.audience',
  'b.language',
  'b.content',
  'b.hash',
  'b.code',
  'b.schedule_id as scheduleId',
  'b.example',
  'b.made_at as madeAt',
] as const;

type Row = {
  readonly kind: string;
  readonly audience: string;
  readonly language: string;
  readonly content: unknown;
};

/** A row with its closed lists and content as the domain knows them: nothing else was ever written. */
function bulletinOf<Read extends Row>(row: Read) {
  return {
    ...row,
    kind: row.kind as BulletinKind,
    audience: row.audience as BulletinAudience,
    language: row.language as 'es' | 'en',
    content: row.content as BulletinContent,
  };
}

const kept = (tx: Transaction) => tx.selectFrom('bulletin as b').select(columns);

export type BulletinRow = NonNullable<Awaited<ReturnType<typeof findBulletin>>>;

export async function findBulletin(tx: Transaction, id: string) {
  const row = await kept(tx).where('b.id', '=', id).executeTakeFirst();
  return row && bulletinOf(row);
}

export async function findBulletinByCode(tx: Transaction, code: string): Promise<BulletinRow | undefined> {
  const row = await kept(tx).where('b.code', '=', code).executeTakeFirst();
  return row && bulletinOf(row);
}

/** Kept reports, the last first, as far as the caller may see them. */
export async function listBulletinRows(
  tx: Transaction,
  filter: {
    readonly within: { readonly low: number; readonly high: number } | null;
    readonly kind: BulletinKind | undefined;
  },
  page: { readonly after: string | null; readonly limit: number },
): Promise<BulletinRow[]> {
  let query = kept(tx).orderBy('b.made_at', 'desc').orderBy('b.id', 'desc').limit(page.limit);
  const { within, kind } = filter;
  if (within)
    query = query.where('b.territory_id', '>=', within.low).where('b.territory_id', '<=', within.high);
  if (kind) query = query.where('b.kind', '=', kind);
  if (page.after !== null)
    query = query.where(
      sql<boolean>`(b.made_at, b.id) < (select a.made_at, a.id from bulletin a where a.id = ${page.after}::uuid)`,
    );
  return (await query.execute()).map(bulletinOf);
}

export type NewBulletin = {
  readonly id: string;
  readonly content: BulletinContent;
  readonly quarter: string;
  readonly territoryId: number;
  readonly organisationId: string | null;
  readonly hash: string;
  readonly code: string;
  readonly scheduleId: string | null;
  readonly accountId: string | null;
  readonly madeAt: Date;
};

/** Keeps a report. @returns false where its order already made one of the quarter */
export async function insertBulletin(tx: Transaction, made: NewBulletin): Promise<boolean> {
  const { content } = made;
  const row = await tx
    .insertInto('bulletin')
    .values({
      id: made.id,
      kind: content.kind,
      country: content.country,
      territory_id: made.territoryId,
      organisation_id: made.organisationId,
      quarter: made.quarter,
      audience: content.audience,
      language: content.language,
      content: JSON.stringify(content),
      hash: made.hash,
      code: made.code,
      schedule_id: made.scheduleId,
      account_id: made.accountId,
      example: content.isExample,
      made_at: made.madeAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (row.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
