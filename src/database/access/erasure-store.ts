import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { endRolesOf } from './account-store.ts';

/** Closes an account and takes out of it whatever names somebody. */
export async function eraseAccountOf(
  tx: Transaction,
  accountId: string,
  when: { now: Date; today: string },
): Promise<void> {
  await tx
    .updateTable('account')
    .set((eb) => ({
      username: sql<string>`'borrada-' || left(replace(id::text, '-', ''), 20)`,
      phone: null,
      email: null,
      password_hash: null,
      totp_secret: null,
      totp_confirmed_at: null,
      totp_last_step: null,
      standing: 'closed',
      standing_reason: null,
      signed_out_at: when.now,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', accountId)
    .execute();
  await endRolesOf(tx, accountId, when.today);
  await sql`select access_forget_devices(${accountId}::uuid)`.execute(tx);
}

/** Takes a person's name and contacts away. */
export async function eraseOwnRowOf(tx: Transaction, personId: string, name: string): Promise<void> {
  await tx.deleteFrom('contact_point').where('person_id', '=', personId).execute();
  await tx
    .updateTable('person')
    .set((eb) => ({
      name,
      visibility: 'territory',
      standing: sql<string>`case standing when 'merged' then 'merged' else 'erased' end`,
      standing_reason: null,
      updated_at: sql`now()`,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', personId)
    .execute();
}

/** A person and every entry that was merged into theirs. */
export async function listEntriesOf(tx: Transaction, personId: string): Promise<string[]> {
  const found = await sql<{ id: string }>`
    with recursive entry as (
      select id from person where id = ${personId}
      union select absorbed.id from person absorbed join entry on absorbed.merged_into = entry.id)
    select id from entry`.execute(tx);
  return found.rows.map(({ id }) => id);
}

/**
 * Takes the person's name and contacts out of what merges and imports keep in order to be undone. What was so kept can
 * no longer be brought back; the rest of the import can.
 */
export async function eraseFromUndoing(tx: Transaction, personId: string, name: string): Promise<void> {
  await sql`update merge_record set changes = '{"rows": [], "moved": {}}'
    where kind = 'person' and (kept_id = ${personId} or absorbed_id = ${personId})`.execute(tx);
  const texts = await sql<{ text: string }>`
    select name as text from person where id = ${personId}
    union select value from contact_point where person_id = ${personId}`.execute(tx);
  for (const { text } of texts.rows) {
    const [written, erased] = [JSON.stringify(text), JSON.stringify(name)];
    await sql`update import_run set changes = replace(changes::text, ${written}, ${erased})::jsonb,
        report = replace(report::text, ${written}, ${erased})::jsonb
      where strpos(changes::text, ${personId}) > 0`.execute(tx);
  }
}
