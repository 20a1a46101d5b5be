import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';

/** The organisations that somebody is of: the account's, those where an office is held now, and those that govern what is coordinated. */
export async function findOwnParties(
  tx: Transaction,
  of: {
    readonly accountId: string;
    readonly personId: string;
    readonly governed: readonly number[];
    readonly now: Date;
  },
): Promise<{ id: string; territoryId: number }[]> {
  const { rows } = await sql<{ id: string; territoryId: number }>`
    select o.id, o.territory_id as "territoryId" from organisation o where o.id in (
      select organisation_id from account where id = ${of.accountId}::uuid
      union all
      select p.organisation_id from post p join territory t on t.id = p.territory_id join country c on c.code = t.country
        cross join lateral (select (${of.now}::timestamptz at time zone c.time_zone)::date as today) d
        where p.person_id = ${of.personId}::uuid and p.valid_from <= d.today and (p.valid_to is null or p.valid_to > d.today)
      union all
      select organisation_id from territory_authority
        where territory_id = any(${[...of.governed]}::int[]) and valid_to is null)
    order by o.id`.execute(tx);
  return rows;
}
