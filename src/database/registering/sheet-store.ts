import type { Insertable } from 'kysely';
import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';
import type { Resolution } from '#domain/agreements/sheet-shapes.ts';
import type { SheetField } from '#domain/agreements/sheet-fields.ts';

/** A list as it is kept between steps. `rows` are the texts of its cells, by sheet. */
export type KeptSheet = {
  readonly name: string;
  readonly hidden: boolean;
  readonly headerRow: number | null;
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
};
export type KeptMapping = {
  readonly sheet: string;
  readonly headerRow: number;
  readonly columns: Readonly<Record<SheetField, number | null>>;
  readonly isRemembered?: boolean;
};

type Row = {
  readonly id: string;
  readonly country: string;
  readonly territoryId: number;
  readonly agreementId: string | null;
  readonly fileName: string;
  readonly sheets: readonly KeptSheet[];
  readonly notices: readonly { code: string; row?: number; sheet?: string }[];
  readonly mapping: KeptMapping | null;
  readonly resolutions: readonly Resolution[];
  readonly standing: 'open' | 'applied' | 'revoked';
  readonly importRunId: string | null;
  readonly version: number;
  readonly createdAt: Date;
};
export type SheetRecord = Row;

export async function insertSheet(
  tx: Transaction,
  row: Omit<Insertable<DB['commitment_sheet']>, 'sheets' | 'notices' | 'mapping'> & {
    readonly sheets: readonly KeptSheet[];
    readonly notices: Row['notices'];
    readonly mapping: KeptMapping | null;
  },
): Promise<void> {
  await tx
    .insertInto('commitment_sheet')
    .values({
      ...row,
      sheets: JSON.stringify(row.sheets),
      notices: JSON.stringify(row.notices),
      mapping: row.mapping === null ? null : JSON.stringify(row.mapping),
    })
    .execute();
}

export async function findSheet(tx: Transaction, id: string): Promise<SheetRecord | undefined> {
  const row = await tx.selectFrom('commitment_sheet').selectAll().where('id', '=', id).executeTakeFirst();
  return (
    row && {
      id: row.id,
      country: row.country,
      territoryId: row.territory_id,
      agreementId: row.agreement_id,
      fileName: row.file_name,
      sheets: row.sheets as unknown as KeptSheet[],
      notices: row.notices as unknown as Row['notices'],
      mapping: row.mapping as unknown as KeptMapping | null,
      resolutions: row.resolutions as unknown as Resolution[],
      standing: row.standing as 'open',
      importRunId: row.import_run_id,
      version: row.version,
      createdAt: row.created_at,
    }
  );
}

/** Changes a list where nobody else has since the version that was seen. @returns whether it was changed */
export async function updateSheet(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
  change: {
    readonly mapping?: KeptMapping;
    readonly resolutions?: readonly Resolution[];
    readonly standing?: string;
    readonly importRunId?: string;
  },
): Promise<boolean> {
  const result = await tx
    .updateTable('commitment_sheet')
    .set({
      version: at.version + 1,
      ...(change.mapping ? { mapping: JSON.stringify(change.mapping) } : {}),
      ...(change.resolutions ? { resolutions: JSON.stringify(change.resolutions) } : {}),
      ...(change.standing ? { standing: change.standing } : {}),
      ...(change.importRunId ? { import_run_id: change.importRunId } : {}),
    })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function listSheets(tx: Transaction, limit: number) {
  return tx
    .selectFrom('commitment_sheet')
    .select(['id', 'file_name', 'standing', 'created_at'])
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute();
}

export async function rememberLayout(
  tx: Transaction,
  layout: {
    readonly accountId: string;
    readonly signature: string;
    readonly columns: KeptMapping['columns'];
  },
): Promise<void> {
  const columns = JSON.stringify(layout.columns);
  await tx
    .insertInto('sheet_layout')
    .values({ account_id: layout.accountId, signature: layout.signature, columns })
    .onConflict((conflict) =>
      conflict.columns(['account_id', 'signature']).doUpdateSet({ columns, kept_at: sql`now()` }),
    )
    .execute();
}

export async function findLayout(tx: Transaction, signature: string): Promise<KeptMapping['columns'] | null> {
  const row = await tx
    .selectFrom('sheet_layout')
    .select('columns')
    .where('signature', '=', signature)
    .executeTakeFirst();
  return (row?.columns as unknown as KeptMapping['columns'] | undefined) ?? null;
}
