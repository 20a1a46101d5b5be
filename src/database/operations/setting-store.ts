import type { Database } from '#database/connection.ts';

/** A setting of the installation, or null where it was never set. */
export async function readSetting(database: Database, key: string): Promise<string | null> {
  const row = await database.owner
    .selectFrom('setting')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst();
  return typeof row?.value === 'string' ? row.value : null;
}

export async function writeSetting(database: Database, key: string, value: string): Promise<void> {
  await database.owner
    .insertInto('setting')
    .values({ key, value: JSON.stringify(value) })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({ value: JSON.stringify(value), changed_at: new Date() }),
    )
    .execute();
}
