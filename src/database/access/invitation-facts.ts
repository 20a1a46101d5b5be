import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { OrganisationFact, PlaceFact } from '#domain/access/invitation-rows.ts';

/** The territories under a place, with every name they go by and the municipality that governs them. */
export async function listPlaceFacts(
  tx: Transaction,
  range: { low: number; high: number },
): Promise<PlaceFact[]> {
  const found = await sql<PlaceFact>`
    select territory.id as "territoryId", territory.code,
      case when territory.code = territory.country then territory.country else territory.country || '-' || territory.code end as reference,
      territory.name,
      (select coalesce(jsonb_agg(alias.name), '[]') from territory_alias alias where alias.territory_id = territory.id) as "otherNames",
      (select authority.organisation_id from territory_authority authority
        where authority.territory_id = territory.id and authority.kind = 'municipality' and authority.valid_to is null limit 1)
        as "municipalityId"
    from territory where territory.id between ${range.low} and ${range.high} and territory.valid_to is null
    order by territory.id`.execute(tx);
  return found.rows;
}

/** The organisations of a country, with every name they go by. */
export async function listOrganisationFacts(tx: Transaction, country: string): Promise<OrganisationFact[]> {
  const found = await sql<OrganisationFact>`
    select organisation.id, organisation.name,
      (case when organisation.short_name is null then '[]'::jsonb else jsonb_build_array(organisation.short_name) end)
        || (select coalesce(jsonb_agg(former.name), '[]') from organisation_name former
            where former.organisation_id = organisation.id) as "otherNames"
    from organisation where organisation.country = ${country} and organisation.standing = 'active'`.execute(
    tx,
  );
  return found.rows;
}

/** Who has an account already, among those that the caller may see. */
export async function listAccountHolders(
  tx: Transaction,
  range: { low: number; high: number },
): Promise<{ territoryId: number; name: string }[]> {
  return tx
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['account.territory_id as territoryId', 'person.name'])
    .where('account.territory_id', '>=', range.low)
    .where('account.territory_id', '<=', range.high)
    .where('account.standing', '!=', 'closed')
    .execute();
}

/** People who are entered and have no account. */
export async function listPeopleWithoutAccount(
  tx: Transaction,
  range: { low: number; high: number },
): Promise<{ id: string; territoryId: number; name: string }[]> {
  return tx
    .selectFrom('person')
    .select(['person.id', 'person.territory_id as territoryId', 'person.name'])
    .where('person.territory_id', '>=', range.low)
    .where('person.territory_id', '<=', range.high)
    .where('person.standing', '=', 'active')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom('account').select('account.id').whereRef('account.person_id', '=', 'person.id'),
        ),
      ),
    )
    .execute();
}
