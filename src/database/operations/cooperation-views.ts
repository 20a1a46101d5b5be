import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { anyOf } from '#database/any-of.ts';
import type { NumberRange } from '#domain/shared/ranges.ts';

/** The agreements that bind in a territory or a part of it on a day, those that end first before the others. */
export async function findBindingAgreements(
  tx: Transaction,
  within: NumberRange,
  today: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from agreement a
    where a.standing in ('in-force', 'suspended', 'under-notice') and a.kind <> 'addendum'
      and (a.ends_on is null or a.ends_on >= ${today}::date)
      and (a.territory_id between ${within.low} and ${within.high}
        or exists (select from agreement_territory p where p.agreement_id = a.id
          and p.place_id between ${within.low} and ${within.high}))
    order by a.ends_on nulls last, a.id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** What agreements commit, by currency: money, and what is given in kind, staff and goods. */
export async function sumCommittedMoney(tx: Transaction, agreementIds: readonly string[]) {
  if (agreementIds.length === 0) return [];
  const { rows } = await sql<{ currency: string; cash: string; in_kind: string }>`
    select b.currency, coalesce(sum(b.amount) filter (where b.kind = 'cash'), 0)::text as cash,
      coalesce(sum(b.amount) filter (where b.kind <> 'cash'), 0)::text as in_kind
    from agreement_budget b where b.agreement_id = ${anyOf([...agreementIds])}
    group by b.currency order by b.currency`.execute(tx);
  return rows;
}

/** The last session that a commission of one of these agreements held. */
export async function findLastSession(tx: Transaction, agreementIds: readonly string[]) {
  if (agreementIds.length === 0) return undefined;
  return tx
    .selectFrom('agreement_session')
    .select(['agreement_id', 'held_on', 'present', 'seats', 'quorum', 'decisions'])
    .where('agreement_id', '=', anyOf([...agreementIds]))
    .where('held_on', 'is not', null)
    .orderBy('held_on', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}
