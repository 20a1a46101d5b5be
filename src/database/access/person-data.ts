import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';

/** Everything that is held about one person, by table; asked by the person themselves, in their own scope. */
export type PersonData = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

const questions = {
  person: sql`select person.name, person.visibility, person.standing, person.created_at, person.updated_at, territory.name as territory,
      organisation.name as organisation
    from person join territory on territory.id = person.territory_id left join organisation on organisation.id = person.organisation_id
    where person.id = app_person()`,
  contacts: sql`select channel, value, label, visibility from contact_point where person_id = app_person() order by id`,
  posts: sql`select organisation.name as organisation, post.kind, post.title, post.topic, post.valid_from, post.valid_to
    from post join organisation on organisation.id = post.organisation_id where post.person_id = app_person() order by post.valid_from`,
  seats: sql`select structure.name as structure, seat.name as seat, term.capacity, term.valid_from, term.valid_to
    from seat_term term join seat on seat.id = term.seat_id join structure on structure.id = term.structure_id
    where term.person_id = app_person() order by term.valid_from`,
  account: sql`select username, phone, email, standing, standing_reason, language, theme, first_entered_at, last_entered_at,
      totp_confirmed_at is not null as second_factor, created_at
    from account where id = app_account()`,
  roles: sql`select held.role, territory.name as territory, held.valid_from, held.valid_to, held.granted_at
    from role_assignment held join territory on territory.id = held.territory_id where held.account_id = app_account()
    order by held.valid_from`,
  sessions: sql`select user_agent, address, created_at, last_seen_at, expires_at, revoked_at from session
    where account_id = app_account() order by created_at`,
  tokens: sql`select name, may_write, created_at, expires_at, last_used_at, revoked_at from api_token
    where account_id = app_account() order by created_at`,
  deeds: sql`select at, operation, subject_kind, subject_id from audit_entry where account_id = app_account() order by at desc`,
} as const;

/** Collects everything that is held about whoever asks. */
export async function collectPersonData(tx: Transaction): Promise<PersonData> {
  const found: Record<string, readonly Record<string, unknown>[]> = {};
  for (const [name, question] of Object.entries(questions)) {
    found[name] = (await sql<Record<string, unknown>>`${question}`.execute(tx)).rows;
  }
  return found;
}
