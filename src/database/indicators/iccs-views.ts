import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { CatalogueIccs } from '#domain/indicators/catalogue-schema.ts';

/** A category of the international classification of crime. */
export type IccsRow = {
  readonly code: string;
  readonly title: string;
  readonly titleEn: string;
  readonly isVerified: boolean;
};

/** The classification as far as it is known here, in the order of its codes. */
export async function listIccsRows(tx: Transaction): Promise<IccsRow[]> {
  return tx
    .selectFrom('iccs_category')
    .select(['code', 'title', 'title_en as titleEn', 'is_verified as isVerified'])
    .orderBy('code')
    .execute();
}

/** Brings the classification of a catalogue; what it calls its categories is told anew. */
export async function saveIccsOfCatalogue(tx: Transaction, rows: readonly CatalogueIccs[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into iccs_category (code, title, title_en, is_verified)
    select code, title->>'es', title->>'en', verified
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(code text, title jsonb, verified boolean)
    on conflict (code) do update set title = excluded.title, title_en = excluded.title_en, is_verified = excluded.is_verified`.execute(
    tx,
  );
}
