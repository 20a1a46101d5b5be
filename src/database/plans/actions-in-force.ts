import { sql } from 'kysely';

/**
 * The actions that stand approved, of plans that stand: of the last edition of each, also while an amendment is written, but for those
 * that were dropped since. Editions and what was said about progress are read alike by everybody who reads the plan.
 */
export const actionsInForce = sql`
  select (a ->> 'id')::uuid as id, p.id as plan_id, a ->> 'title' as title, p.territory_id, p.period_from, p.period_to,
    coalesce(p.organisation_id, p.structure_id) as holder_id, e.content ->> 'title' as plan_title,
    (a -> 'need' ->> 'id')::uuid as need_id, coalesce(a -> 'budget', '[]') as budget,
    (select coalesce(array_agg(l ->> 'id'), '{}') from jsonb_array_elements(a -> 'lines') l) as lines
  from plan p join plan_edition e on e.plan_id = p.id and e.number = p.edition
    cross join lateral jsonb_array_elements(e.content -> 'actions') a
  where p.standing in ('approved', 'amending', 'amendment-submitted')
    and (select x.details ->> 'standing' from plan_act x
      where x.plan_id = p.id and x.act = 'progressed' and x.details ->> 'actionId' = a ->> 'id'
      order by x.done_at desc, x.id desc limit 1) is distinct from 'dropped'`;
