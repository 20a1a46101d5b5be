import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';

export type UnreachedRow = {
  readonly account_id: string;
  readonly name: string;
  readonly username: string;
  readonly problem: string | null;
  readonly standing: 'refused' | 'unreachable';
  readonly at: Date;
  readonly territory_id: number;
  readonly reminders: number;
  readonly people: number;
  readonly all_reminders: number;
};

/** Whoever the last thing they were to be told did not reach, as far as the caller sees accounts; the latest first. */
export async function listUnreachedRows(
  tx: Transaction,
  page: { readonly since: Date; readonly limit: number; readonly offset: number },
): Promise<UnreachedRow[]> {
  const { rows } = await sql<UnreachedRow>`
    select last.account_id, person.name, account.username, last.problem, last.standing, last.created_at as at, account.territory_id,
      last.reminders, (count(*) over ())::int as people, (sum(last.reminders) over ())::int as all_reminders
    from (select distinct on (r.account_id) r.*,
        (count(*) filter (where r.standing in ('refused', 'unreachable')) over (partition by r.account_id))::int as reminders
      from reminder r
      where r.channel = 'mail' and r.standing <> 'waiting' and r.created_at > ${page.since}
      order by r.account_id, r.created_at desc, r.id desc) last
    join account on account.id = last.account_id join person on person.id = account.person_id
    where last.standing in ('refused', 'unreachable') and account.standing = 'active'
      and app_may('see_accounts', account.territory_id, account.organisation_id)
    order by last.created_at desc, last.account_id limit ${page.limit} offset ${page.offset}`.execute(tx);
  return rows;
}
