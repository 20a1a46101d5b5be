import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';

type Span = { readonly id: number; readonly lastId: number };

/** A seat of a standing structure, with who holds it on a day as far as may be seen, and until when. */
export type SeatNow = {
  readonly structure_id: string;
  readonly structure_name: string;
  readonly territory_id: number;
  readonly seat_id: string;
  readonly name: string;
  readonly role: string;
  readonly organisation_id: string | null;
  readonly person_id: string | null;
  readonly is_held: boolean;
  readonly until: string | null;
  /** Somebody follows when the term ends. */
  readonly is_followed: boolean;
};

/** Every seat of the structures in a territory and below: its principal of the day, or when it was last held. */
export async function findSeatsNow(tx: Transaction, place: Span, today: string): Promise<SeatNow[]> {
  const { rows } = await sql<SeatNow>`
    select x.id as structure_id, x.name as structure_name, x.territory_id, seat.id as seat_id, seat.name, seat.role,
      seat.organisation_id, held.person_id, held.id is not null as is_held,
      coalesce(held.valid_to, last.valid_to) as until,
      exists (select from seat_term next where next.seat_id = seat.id and next.valid_from >= held.valid_to) as is_followed
    from structure x join seat on seat.structure_id = x.id
    left join lateral (select id, person_id, valid_to from seat_term term where term.seat_id = seat.id
      and daterange(term.valid_from, term.valid_to) @> ${today}::date
      order by term.capacity = 'principal' desc, term.valid_to desc nulls first limit 1) held on true
    left join lateral (select max(valid_to) as valid_to from seat_term term where term.seat_id = seat.id
      and term.valid_to <= ${today}::date) last on held.id is null
    where x.standing = 'active' and x.territory_id between ${place.id} and ${place.lastId}
      and daterange(x.valid_from, x.valid_to) @> ${today}::date
    order by x.territory_id, x.name, x.id, seat.position, seat.name`.execute(tx);
  return rows;
}

export type PostEnding = {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly organisation_id: string;
  readonly organisation_name: string;
  readonly territory_id: number;
  readonly person_id: string | null;
  readonly valid_to: string;
};

/** Offices whose term ended or ends by a day, without anybody who follows in them. */
export async function findPostsEnding(tx: Transaction, place: Span, by: string): Promise<PostEnding[]> {
  const { rows } = await sql<PostEnding>`
    select post.id, post.title, post.kind, post.organisation_id, o.name as organisation_name, post.territory_id,
      post.person_id, post.valid_to
    from post join organisation o on o.id = post.organisation_id and o.standing = 'active'
    where post.territory_id between ${place.id} and ${place.lastId} and post.valid_to <= ${by}::date
      and post.person_id is not null
      and not exists (select from post next where next.organisation_id = post.organisation_id and next.kind = post.kind
        and next.territory_id = post.territory_id and next.alternate = post.alternate and next.id != post.id
        and (post.kind = 'head' or next.title = post.title)
        and (next.valid_to is null or next.valid_to > post.valid_to))
    order by post.valid_to desc, post.id limit 100`.execute(tx);
  return rows;
}

export type PostNow = {
  readonly territory_id: number;
  readonly kind: string;
  readonly alternate: boolean;
  readonly title: string;
  readonly organisation_id: string;
  readonly person_id: string;
};

/** Offices held on a day in these territories by people whom the caller may see. */
export async function findPostsNow(
  tx: Transaction,
  territoryIds: readonly number[],
  today: string,
): Promise<PostNow[]> {
  if (territoryIds.length === 0) return [];
  const { rows } = await sql<PostNow>`
    select post.territory_id, post.kind, post.alternate, post.title, post.organisation_id, post.person_id
    from post join person on person.id = post.person_id and person.standing = 'active'
    where post.territory_id = any (${[...territoryIds]}::int[])
      and daterange(post.valid_from, post.valid_to) @> ${today}::date`.execute(tx);
  return rows;
}

/** Of each territory of a level: its kind, the kinds of structure that it has on a day, and the norms of which somebody said that it has none. */
export async function findStructureKinds(
  tx: Transaction,
  place: Span & { readonly country: string },
  level: number,
  today: string,
): Promise<{ id: number; kind: string; present: string[]; absent: string[] }[]> {
  const { rows } = await sql<{ id: number; kind: string; present: string[]; absent: string[] }>`
    select t.id, t.kind, array(select distinct x.kind from structure x where x.territory_id = t.id and x.standing = 'active'
      and daterange(x.valid_from, x.valid_to) @> ${today}::date) as present,
      array(select a.norm_id from actor_absence a where a.territory_id = t.id) as absent
    from territory t where t.country = ${place.country} and t.level = ${level}
      and t.id between ${place.id} and ${place.lastId} and daterange(t.valid_from, t.valid_to) @> ${today}::date
    order by t.id`.execute(tx);
  return rows;
}

/** The kinds of territory of a country by level. */
export async function findKindsByLevel(
  tx: Transaction,
  country: string,
): Promise<{ kind: string; level: number; name: string; name_en: string }[]> {
  return tx
    .selectFrom('territory_kind')
    .select(['kind', 'level', 'name_plural as name', 'name_plural_en as name_en'])
    .where('country', '=', country)
    .orderBy('level')
    .orderBy('kind')
    .execute();
}

/** Which organisations do what in the territory itself, by function. */
export async function findFunctionsOf(
  tx: Transaction,
  territoryId: number,
  today: string,
): Promise<{ function: string; organisation_id: string; name: string }[]> {
  const { rows } = await sql<{ function: string; organisation_id: string; name: string }>`
    select distinct work.function, work.organisation_id, o.name
    from prevention_work work join organisation o on o.id = work.organisation_id and o.standing = 'active'
    where work.territory_id = ${territoryId} and daterange(work.valid_from, work.valid_to) @> ${today}::date
    order by work.function, o.name`.execute(tx);
  return rows;
}

export type UnusedInvitation = {
  readonly account_id: string;
  readonly person_id: string;
  readonly name: string | null;
  readonly username: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly territory_id: number;
  readonly invited_at: Date;
  readonly has_expired: boolean;
};

/** Accounts that the caller may see whose last invitation was made before a moment and was never used. */
export async function findUnusedInvitations(
  tx: Transaction,
  place: Span,
  moments: { readonly before: Date; readonly now: Date },
): Promise<UnusedInvitation[]> {
  const { rows } = await sql<UnusedInvitation>`
    select account.id as account_id, account.person_id, person.name, account.username, account.phone, account.email,
      account.territory_id, sent.created_at as invited_at, sent.expires_at <= ${moments.now} as has_expired
    from account left join person on person.id = account.person_id
    join lateral (select created_at, expires_at, revoked_at from invitation where invitation.account_id = account.id
      order by created_at desc, id desc limit 1) sent on sent.revoked_at is null
    where account.standing = 'invited' and account.first_entered_at is null
      and account.territory_id between ${place.id} and ${place.lastId} and sent.created_at <= ${moments.before}
    order by sent.created_at, account.username`.execute(tx);
  return rows;
}
