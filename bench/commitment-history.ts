import { sql } from 'kysely';
import type { Database } from '#database/connection.ts';

/** How much is made up: five thousand agreements of twenty commitments each. */
export const agreementsMade = 5000;
export const commitmentsEach = 20;

/**
 * Fills a country with agreements whose commitments fell due over a year and a half and fall due over the next year: most kept, some late,
 * some open; three in ten wait for another of the same agreement that somebody else owes, some of which is late. Everything follows from numbers, nothing from chance,
 * so that two runs measure the same.
 */
export async function makeCommitmentHistory(
  { owner }: Database,
  { country, today }: { readonly country: string; readonly today: string },
): Promise<void> {
  await sql`
    insert into agreement_template (id, instrument_country, kind, is_engine, number, content)
    values ('bench', ${country}, 'specific', true, 1, '{}')`.execute(owner);
  await sql`
    create table bench_holder as
    select row_number() over (order by id) - 1 as n, id, territory_id from organisation
    where country = ${country} and standing = 'active' and kind in ('municipality', 'ministry', 'office', 'agency', 'institute', 'police')
      or country = ${country} and kind = 'municipality'`.execute(owner);
  await sql`
    insert into agreement (id, country, territory_id, template_id, template_number, kind, title, standing, effective_on, ends_on, is_public, parties, party_territories)
    select gen_random_uuid(), ${country}, m.territory_id, 'bench', 1, 'specific', 'Convenio ' || g, 'in-force', ${today}::date - 600,
      ${today}::date + 700, g % 10 < 6, array[m.id, o.id], array[m.territory_id, o.territory_id]
    from generate_series(1, ${agreementsMade}::int) g
    cross join (select count(*)::int as total from bench_holder) sizes
    join bench_holder m on m.n = g % sizes.total
    join bench_holder o on o.n = (g * 7 + 3 + g / sizes.total) % sizes.total and o.id <> m.id`.execute(owner);
  await sql`insert into agreement_territory select id, territory_id, territory_id from agreement`.execute(
    owner,
  );
  await sql`
    create table bench_commitment as
    select gen_random_uuid() as id, a.id as agreement_id, a.n, k, a.is_public, a.territory_id,
      case when k % 2 = 0 then 1 else 2 end as side, a.parties, a.party_territories,
      ${today}::date - 540 + ((a.n * 37 + k * 47) % 900)::int as due_on
    from (select row_number() over (order by title) as n, * from agreement) a
    cross join generate_series(1, ${commitmentsEach}::int) k`.execute(owner);
  await insertCommitments(owner, country);
  await insertDependencies(owner);
  await insertInstances(owner, today);
  await sql`drop table bench_commitment, bench_holder`.execute(owner);
  // As the database does by itself within minutes.
  await sql`vacuum analyze agreement, agreement_territory, commitment, commitment_instance, commitment_dependency`.execute(
    owner,
  );
}

type Owner = Database['owner'];

async function insertCommitments(owner: Owner, country: string): Promise<void> {
  await sql`
    insert into commitment (id, country, territory_id, agreement_id, what, obligor_organisation_id, beneficiary_organisation_id,
      verifier_organisation_id, proof, due_on, weight, quality, standing, is_public, parties, party_territories, obliged)
    select id, ${country}, territory_id, agreement_id, 'Instalar ' || k || ' luminarias en la zona ' || n, parties[side], parties[3 - side],
      parties[3 - side], 'Acta de recepción', due_on, 1 + (k % 3), 3 + (n + k) % 4, 'agreed', is_public, parties, party_territories, array[parties[side]]
    from bench_commitment`.execute(owner);
}

async function insertInstances(owner: Owner, today: string): Promise<void> {
  await sql`
    insert into commitment_instance (id, commitment_id, territory_id, sequence, due_on, first_due_on, standing, delivered_on, verify_by, verified_on, first_review)
    select gen_random_uuid(), id, territory_id, 1, due_on, due_on,
      case when fate = 'kept' or fate = 'late' then 'verified' when fate = 'waiting' then 'delivered' else 'not-started' end,
      case fate when 'kept' then due_on - 3 when 'late' then least(due_on + 12, ${today}::date) when 'waiting' then due_on - 1 end,
      case when fate = 'waiting' then due_on + 14 end,
      case when fate in ('kept', 'late') then least(due_on + 13, ${today}::date) end,
      case when fate = 'kept' then 'accepted' when fate = 'late' then 'more' end
    from (select *, case when due_on >= ${today}::date then 'open' when (n + k) % 10 < 7 then 'kept' when (n + k) % 10 = 7 then 'waiting'
      when (n + k) % 10 = 8 then 'overdue' else 'late' end as fate from bench_commitment) b`.execute(owner);
}

async function insertDependencies(owner: Owner): Promise<void> {
  await sql`
    insert into commitment_dependency (commitment_id, prerequisite_id, territory_id)
    select d.id, p.id, d.territory_id from bench_commitment d
    join bench_commitment p on p.agreement_id = d.agreement_id and p.k = d.k - 1 and p.side <> d.side and p.due_on <= d.due_on
    where (d.n + d.k) % 10 < 6 or (d.n + d.k) % 10 = 9`.execute(owner);
}
