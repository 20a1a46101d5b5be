import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { AgreementStanding } from '#domain/agreements/lifecycle.ts';

/** An agreement as a line of the inbox names it. */
type Named = {
  readonly id: string;
  readonly title: string;
  readonly is_public: boolean;
  readonly example: boolean;
  readonly territory_id: number;
};

const named = sql`a.id, coalesce(a.short_name, a.title) as title, a.is_public, a.example, a.territory_id`;
// Beyond what any one office has before it; the list that is shown is cut into pages.
const limit = 2000;

// Equality of ids reaches an index under row security; overlap of lists and what is computed do not.
const isOne = (party: string, mine: readonly string[]) =>
  sql<boolean>`(${sql.ref(`${party}.organisation_id`)} = any(${[...mine]}::uuid[]) or ${sql.ref(`${party}.structure_id`)} = any(${[...mine]}::uuid[]))`;
const areParty = (mine: readonly string[]) =>
  sql`a.id in (select m.agreement_id from agreement_party m where ${isOne('m', mine)} and m.standing <> 'withdrawn')`;

export type PartyStepRow = Named & {
  readonly part_id: string;
  readonly standing: AgreementStanding;
  readonly is_observer: boolean;
  readonly has_confirmed: boolean;
  readonly has_approved: boolean;
  readonly has_signed: boolean;
};

/** Agreements on their way to the signature, with what some parties have done. */
export async function listPartySteps(tx: Transaction, mine: readonly string[]): Promise<PartyStepRow[]> {
  const { rows } = await sql<PartyStepRow>`
    select ${named}, p.id as part_id, a.standing, p.role = 'observer' as is_observer, p.standing <> 'invited' as has_confirmed,
      exists (select from agreement_approval v where v.party_id = p.id and v.taken_back_at is null) as has_approved,
      exists (select from agreement_signature s where s.party_id = p.id and s.withdrawn_at is null) as has_signed
    from agreement_party p join agreement a on a.id = p.agreement_id
    where ${isOne('p', mine)} and p.standing <> 'withdrawn'
      and a.standing in ('negotiation', 'approval', 'ready-to-sign')
    order by a.id limit ${limit}`.execute(tx);
  return rows;
}

export type PartRow = Named & {
  readonly part_id: string;
  readonly count: number;
  readonly on_day: string | null;
};

/** What other parties said of clauses and still waits for an answer, by agreement. */
export async function listOpenClauseRemarks(tx: Transaction, mine: readonly string[]): Promise<PartRow[]> {
  const { rows } = await sql<PartRow>`
    select ${named}, (array_agg(r.id order by r.created_at desc, r.id))[1] as part_id, count(*)::int as count, null::date as on_day
    from agreement_remark r join agreement a on a.id = r.agreement_id
    where r.standing = 'open' and a.standing in ('draft', 'negotiation') and ${areParty(mine)}
      and not exists (select from agreement_party p where p.id = r.party_id and ${isOne('p', mine)})
      and r.account_id is distinct from app_account()
    group by a.id order by a.id limit ${limit}`.execute(tx);
  return rows;
}

/** Signatures made on paper or elsewhere that wait for a second person, which whoever asks may be. */
export async function listUnconfirmedSignatures(
  tx: Transaction,
  mine: readonly string[],
): Promise<PartRow[]> {
  const { rows } = await sql<PartRow>`
    select ${named}, s.id as part_id, 1 as count, null::date as on_day
    from agreement_signature s join agreement a on a.id = s.agreement_id join agreement_party p on p.id = s.party_id
    where s.method <> 'application' and s.confirmed_at is null and s.withdrawn_at is null and a.standing = 'ready-to-sign'
      and s.account_id is distinct from app_account() and ${areParty(mine)}
      and not coalesce(${isOne('p', mine)}, false)
    order by s.id limit ${limit}`.execute(tx);
  return rows;
}

export type NoticeRow = PartRow & { readonly is_received: boolean };

/** Notices without outcome: those received and not answered, and those given that are for the giver to decide. */
export async function listOpenNotices(
  tx: Transaction,
  mine: readonly string[],
  today: string,
): Promise<NoticeRow[]> {
  const { rows } = await sql<NoticeRow>`
    select ${named}, n.id as part_id, 1 as count, n.cure_by as on_day,
      coalesce(${isOne('t', mine)}, false) as is_received
    from agreement_notice n join agreement a on a.id = n.agreement_id
      join agreement_party t on t.id = n.to_party_id join agreement_party b on b.id = n.by_party_id
    where n.outcome is null and (
      (${isOne('t', mine)} and n.replied_on is null)
      or (${isOne('b', mine)}
        and (n.replied_on is not null or n.cure_by < ${today}::date)))
    order by n.id limit ${limit}`.execute(tx);
  return rows;
}

/** What parties still have to pay to settle an agreement. */
export async function listOpenBalances(tx: Transaction, mine: readonly string[]): Promise<PartRow[]> {
  const { rows } = await sql<PartRow>`
    select ${named}, b.id as part_id, 1 as count, b.due_on as on_day
    from agreement_settlement b join agreement a on a.id = b.agreement_id join agreement_party p on p.id = b.debtor_party_id
    where b.paid_on is null and b.waived_on is null and ${isOne('p', mine)}
    order by b.id limit ${limit}`.execute(tx);
  return rows;
}

export type WarnedRow = Named & {
  readonly template_id: string;
  readonly standing: AgreementStanding;
  readonly ends_on: string | null;
  readonly renews_tacitly: boolean;
  readonly review_on: string | null;
  readonly cure_by: string | null;
  readonly settle_by: string | null;
};

/** Agreements of some parties of which somebody may have to be warned. */
export async function listAgreementsToWarnOf(tx: Transaction, mine: readonly string[]): Promise<WarnedRow[]> {
  const { rows } = await sql<WarnedRow>`
    select ${named}, a.template_id, a.standing, a.ends_on, a.renews_tacitly, a.review_on, a.cure_by, a.settle_by
    from agreement a where ${areParty(mine)}
      and a.standing in ('in-force', 'suspended', 'under-notice', 'settlement')
    order by a.ends_on nulls last, a.id limit ${limit}`.execute(tx);
  return rows;
}

/** The contents of instruments as they were loaded, by id. */
export async function findTemplateContents(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, unknown>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('agreement_template')
    .select(['id', 'content'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, content }) => [id, content]));
}
