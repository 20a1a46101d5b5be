import { Client, type ClientBase } from 'pg';

/** Runs one piece of work on a connection of its own. */
async function onConnection<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export type RecordedBackup = {
  readonly madeAt: Date;
  readonly reason: 'daily' | 'before-migration' | 'asked' | 'restored';
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
};

export async function recordBackup(client: ClientBase, backup: RecordedBackup): Promise<void> {
  // A database from before there were records is backed up too: before it is migrated.
  const there = await client.query(`select where to_regclass('public.backup_record') is not null`);
  if (there.rowCount === 0) return;
  await client.query(
    `insert into backup_record (id, made_at, reason, file, bytes, sha256) values (gen_random_uuid(), $1, $2, $3, $4, $5)`,
    [backup.madeAt, backup.reason, backup.file, backup.bytes, backup.sha256],
  );
}

/** Notes what restoring a backup on trial gave. Only a success counts as tested. */
export function recordTest(url: string, sha256: string, result: string, isGood: boolean): Promise<void> {
  return onConnection(url, async (client) => {
    await client.query(
      `update backup_record set test_result = $2, tested_at = case when $3 then now() end where sha256 = $1 and reason <> 'restored'`,
      [sha256, result, isGood],
    );
  });
}

export function recordRemoval(url: string, files: readonly string[]): Promise<void> {
  return onConnection(url, async (client) => {
    await client.query(
      `update backup_record set removed_at = now() where file = any ($1) and removed_at is null and reason <> 'restored'`,
      [files],
    );
  });
}
