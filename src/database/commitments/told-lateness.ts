import { sql, type RawBuilder } from 'kysely';

/** Whether whoever asks sees more of a due date (`commitment_instance`, under this name) than everybody. */
export function isInsiderOf(instance: string): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${instance}.${name}`);
  return sql<boolean>`(app_may('see_unpublished', ${column('territory_id')})
    or app_is_party_of_commitment(${column('parties')}, ${column('party_territories')}, ${column('territory_id')}))`;
}

/** Whether a quiet period covers a day where a due date or commitment is owed or done: asked of each, since one place may vote alone. */
export function isQuietFor(instance: string, today: string): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${instance}.${name}`);
  return sql<boolean>`exists (select from quiet_period q join territory t on t.id = q.territory_id
    where ${today}::date between q.from_day and q.to_day
      and (${column('where_id')} between t.id and t.last_id or ${column('territory_id')} between t.id and t.last_id))`;
}

/** Whether whoever asks is told that a due date is late: the twin of `isToldOfLateness` of the domain. */
export function isToldLate(instance: string, today: string): RawBuilder<boolean> {
  return sql<boolean>`(${isInsiderOf(instance)}
    or (${sql.ref(`${instance}.breach_published_on`)} is not null and not ${isQuietFor(instance, today)}))`;
}
