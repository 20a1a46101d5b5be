import type { Database } from '#database/connection.ts';

/** Removes what has outlived its purpose: expired sessions, answered keys, old sign-in attempts, spent codes. */
export async function removeOldTraces(database: Database, now: Date): Promise<void> {
  const before = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
  const { owner } = database;
  await owner.deleteFrom('sign_in_attempt').where('at', '<', before(24)).execute();
  await owner.deleteFrom('idempotency_record').where('created_at', '<', before(72)).execute();
  await owner
    .deleteFrom('session')
    .where('expires_at', '<', before(24 * 30))
    .execute();
  await owner
    .deleteFrom('access_code')
    .where('expires_at', '<', before(24 * 7))
    .where('purpose', '=', 'reset')
    .execute();
}
