import { sql, type RawBuilder } from 'kysely';

/** Whether whoever asks reads what is between the parties of an agreement, under the name that its table has in the query. */
export function isInsideAgreement(agreement: string): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${agreement}.${name}`);
  return sql<boolean>`app_sees_agreement(false, ${column('parties')}, ${column('party_territories')}, ${column('territory_id')},
    ${column('commission_structure_id')})`;
}

/**
 * Whether a quiet period covers today where an agreement is: also one that began after a notice was published. It goes by the
 * database's own clock, since every question about an agreement asks it, also where no day is at hand.
 */
export function isQuietForAgreement(agreement: string): RawBuilder<boolean> {
  return sql<boolean>`exists (select from quiet_period q join territory t on t.id = q.territory_id join country k on k.code = t.country
    where (now() at time zone k.time_zone)::date between q.from_day and q.to_day
      and ${sql.ref(`${agreement}.territory_id`)} between t.id and t.last_id)`;
}

/** Whether whoever asks is told of a notice (`notice`) of an agreement: the parties always, everybody once it is published and no election keeps quiet. */
export function isToldOfNotice(notice: string, agreement: string): RawBuilder<boolean> {
  return sql<boolean>`(${isInsideAgreement(agreement)}
    or (${sql.ref(`${notice}.published_on`)} is not null and not ${isQuietForAgreement(agreement)}))`;
}
