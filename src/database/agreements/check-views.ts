import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';

/** The texts of other agreements of the same instrument: the latest of those that the caller may see. */
export async function findComparedTexts(
  tx: Transaction,
  own: { readonly id: string; readonly templateId: string },
) {
  const { rows } = await sql<{ id: string; title: string; bodies: string[]; commitments: string[] }>`
    select a.id, a.title,
      array(select c.body from agreement_clause c where c.agreement_id = a.id and c.removed_at is null order by c.position) as bodies,
      array(select m.what from commitment m where m.agreement_id = a.id and m.standing in ('proposed', 'agreed')) as commitments
    from agreement a where a.template_id = ${own.templateId} and a.id <> ${own.id}::uuid and a.kind <> 'addendum'
      and a.standing not in ('abandoned', 'annulled')
    order by a.id desc limit 100`.execute(tx);
  return rows;
}

/** Whether an indigenous authority governs a place, one above it, or one that lies over it. */
export async function findCoversIndigenous(tx: Transaction, places: readonly number[]): Promise<boolean> {
  if (places.length === 0) return false;
  const { rows } = await sql<{ covers: boolean }>`
    with covered as (
      select unnest(${[...places]}::int[]) as id
      union select c.ancestor_id from territory_closure c where c.descendant_id = any(${[...places]}::int[])
      union select o.other_id from territory_overlap o where o.territory_id = any(${[...places]}::int[])
      union select o.territory_id from territory_overlap o where o.other_id = any(${[...places]}::int[]))
    select exists (select from territory_authority t join organisation o on o.id = t.organisation_id
      where t.territory_id in (select id from covered) and o.kind = 'indigenous-authority') as covers`.execute(
    tx,
  );
  return rows[0]?.covers ?? false;
}
