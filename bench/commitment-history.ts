import { sql } from 'kysely';
import type { Database } from '#database/connection.ts';

/** How much is made up: five thousand agreements of twenty commitments each, which serve as many lines of the strategy. */
export const agreementsMade = 5000;
export const commitmentsEach = 20;
const linesMade = 12;

/**
 * Fills a country with agreements whose commitments fell due over a year and a half and fall due over the next year: most kept, some late,
 * some open; three in ten wait for another of the same agreement that somebody else owes, some of which is late. Everything follows from numbers, nothing from chance,
 * so that two runs measure the same.
 */
export async function makeCommitmentHistory(
  { owner }: Database,
  { country, today }: { readonly country: string; readonly today: string },
): Promise<void> {
  await makeStrategy(owner, { country, today });
  await sql`
    create table bench_holder as
    select row_number() over (order by id) - 1 as n, id, territory_id from organisation
    where country = ${country} and standing = 'active' and kind in ('municipality', 'ministry', 'office', 'agency', 'institute', 'police')
      or country = ${country} and kind = 'municipality'`.execute(owner);
  await sql`
    insert into agreement (id, country, territory_id, template_id, template_number, kind, title, standing, effective_on, ends_on, is_public, parties, party_territories)
    select gen_random_uuid(), ${country}, m.territory_id, template.id, template.number, 'specific', 'Convenio ' || g, 'in-force', ${today}::date - 600,
      ${today}::date + 700, g % 10 < 6, array[m.id, o.id], array[m.territory_id, o.territory_id]
    from generate_series(1, ${agreementsMade}::int) g
    cross join (select count(*)::int as total from bench_holder) sizes
    cross join (select id, number from agreement_template where instrument_country = ${country} and kind = 'specific' order by id limit 1) template
    join bench_holder m on m.n = g % sizes.total
    join bench_holder o on o.n = (g * 7 + 3 + g / sizes.total) % sizes.total and o.id <> m.id`.execute(owner);
  await sql`insert into agreement_territory select id, territory_id, territory_id from agreement`.execute(
    owner,
  );
  await sql`
    insert into agreement_line (agreement_id, thread_id, territory_id)
    select a.id, t.id, a.territory_id from agreement a join bench_thread t on t.n = length(a.title) % ${linesMade}::int`.execute(
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
  await sql`drop table bench_commitment, bench_holder, bench_thread`.execute(owner);
  // As the database does by itself within minutes.
  await sql`vacuum analyze agreement, agreement_territory, commitment, commitment_instance, commitment_dependency`.execute(
    owner,
  );
}

type Owner = Database['owner'];

/** A strategy in force, with the lines that agreements and commitments serve. */
async function makeStrategy(
  owner: Owner,
  { country, today }: { readonly country: string; readonly today: string },
): Promise<void> {
  await sql`
    create table bench_thread as select n, gen_random_uuid() as id from generate_series(0, ${linesMade - 1}::int) n`.execute(
    owner,
  );
  await sql`
    with place as (select id from territory where country = ${country} and level = 0),
    made as (
      insert into strategy (id, country, territory_id, organisation_id, title, period_from, period_to, level_names, origin)
      select gen_random_uuid(), ${country}, place.id, (select id from organisation where country = ${country} order by id limit 1),
        'Estrategia', ${today}::date - 700, ${today}::date + 1000, '[]', 'pack' from place returning id, territory_id),
    version as (
      insert into strategy_version (id, strategy_id, territory_id, number, standing, valid_from, origin)
      select gen_random_uuid(), id, territory_id, 1, 'approved', ${today}::date - 700, 'pack' from made returning id, strategy_id, territory_id),
    thread as (
      insert into strategy_thread (id, strategy_id, territory_id) select t.id, made.id, made.territory_id from bench_thread t, made returning id)
    insert into strategy_element (id, version_id, strategy_id, thread_id, territory_id, kind, level, code, title, position)
    select gen_random_uuid(), v.id, v.strategy_id, t.id, v.territory_id, 'line', 1, t.n::text, 'Línea ' || t.n, t.n
    from bench_thread t, version v`.execute(owner);
}

async function insertCommitments(owner: Owner, country: string): Promise<void> {
  await sql`
    insert into commitment (id, country, territory_id, agreement_id, what, obligor_organisation_id, beneficiary_organisation_id,
      verifier_organisation_id, proof, due_on, weight, quality, standing, is_public, parties, party_territories, obliged, thread_id)
    select b.id, ${country}, territory_id, agreement_id, 'Instalar ' || k || ' luminarias en la zona ' || b.n, parties[side], parties[3 - side],
      parties[3 - side], 'Acta de recepción', due_on, 1 + (k % 3), 3 + (b.n + k) % 4, 'agreed', is_public, parties, party_territories, array[parties[side]], t.id
    from bench_commitment b join bench_thread t on t.n = (b.n + b.k) % ${linesMade}::int`.execute(owner);
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
