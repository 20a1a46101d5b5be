import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { NamedPlace } from '#domain/planning/place-names.ts';

/** The territories of a country that stand, as a sheet may name them. */
export async function findNamedPlaces(tx: Transaction, country: string): Promise<NamedPlace[]> {
  return tx
    .selectFrom('territory')
    .select(['id', 'last_id as lastId', 'code', 'level', 'name'])
    .where('country', '=', country)
    .where('valid_to', 'is', null)
    .execute();
}

/** The kinds of territory of a country by the names that a column may have. */
export async function findPlaceKinds(tx: Transaction, country: string) {
  const rows = await tx
    .selectFrom('territory_kind')
    .select(['level', 'name', 'name_plural', 'name_en', 'name_plural_en'])
    .where('country', '=', country)
    .where('level', '>', 0)
    .execute();
  return rows.map((row) => ({
    level: row.level,
    names: [row.name, row.name_plural, row.name_en, row.name_plural_en].flatMap((name) => [
      name,
      name.split(' ')[0] ?? name,
    ]),
  }));
}

export async function findCurrency(tx: Transaction, country: string): Promise<string> {
  const row = await tx
    .selectFrom('country')
    .select('currency')
    .where('code', '=', country)
    .executeTakeFirstOrThrow();
  return row.currency;
}

/** What the columns of an organisation's sheets were said to mean; nothing where none was imported. */
export async function findLayout(tx: Transaction, organisationId: string): Promise<unknown> {
  const row = await tx
    .selectFrom('inventory_layout')
    .select('columns')
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
  return row?.columns ?? {};
}

/** Remembers what the columns mean, beside what other sheets of the same organisation said. */
export async function rememberLayout(
  tx: Transaction,
  of: { readonly organisationId: string; readonly territoryId: number },
  columns: Readonly<Record<string, string | null>>,
): Promise<void> {
  const text = JSON.stringify(columns);
  await tx
    .insertInto('inventory_layout')
    .values({ organisation_id: of.organisationId, territory_id: of.territoryId, columns: text })
    .onConflict((conflict) =>
      conflict.column('organisation_id').doUpdateSet({
        columns: sql`inventory_layout.columns || ${text}::jsonb`,
        updated_at: sql`now()`,
      }),
    )
    .execute();
}

/** Changes what is kept of an import while it is open: its columns, or that it was applied. */
export async function updateImportRun(
  tx: Transaction,
  id: string,
  change: { readonly report: unknown; readonly changes?: unknown; readonly appliedAt?: Date },
): Promise<void> {
  await tx
    .updateTable('import_run')
    .set({
      report: JSON.stringify(change.report),
      ...(change.changes !== undefined && { changes: JSON.stringify(change.changes) }),
      ...(change.appliedAt && { standing: 'applied', applied_at: change.appliedAt }),
    })
    .where('id', '=', id)
    .execute();
}

/** The import, held until the transaction ends: nobody applies it twice. */
export async function lockImportRun(tx: Transaction, id: string) {
  return tx.selectFrom('import_run').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}
