/** Whether the caller sees a due date, asked of each as row security asks it. */
const sees = (of: string) => `(${of}.is_public or ${isInsider(of)})`;
const isInsider = (of: string) =>
  `(app_sees_commitments_of(${of}.territory_id) or app_may_for('act_for_party', ${of}.parties, ${of}.party_territories))`;
const isTold = (of: string) => `(${isInsider(of)} or ${of}.breach_published_on is not null
  and not exists (select from quiet_period q join territory t on t.id = q.territory_id
    where today between q.from_day and q.to_day and (${of}.where_id between t.id and t.last_id or ${of}.territory_id between t.id and t.last_id)))`;
const isOpen = (of: string) =>
  `(${of}.standing in ('not-started', 'in-progress', 'sent-back') and ${of}.commitment_standing = 'agreed')`;

/** Who waits for whom, and what late commitments hold back, as the rows say it, with no sum and no flag. */
export const waitsOfRows = [
  `create function waits_of_rows(low int, high int, today date) returns jsonb language sql stable as $$
    select coalesce(jsonb_agg(to_jsonb(w) order by waiting, waited_on), '[]') from (
      select i.obligor_id as waiting, e.obligor_id as waited_on, count(distinct i.id)::int as count,
        count(distinct i.id) filter (where e.due_on < today and e.paused_from is null and ${isTold('e')})::int as late
      from commitment_instance i join commitment_dependency d on d.commitment_id = i.commitment_id
      join commitment_instance e on e.commitment_id = d.prerequisite_id and e.due_on <= i.due_on
      where ${isOpen('i')} and ${isOpen('e')} and ${sees('i')} and ${sees('e')} and i.obligor_id <> e.obligor_id and i.where_id between low and high
      group by 1, 2) w $$`,
  `create function held_by_rows(low int, high int, today date) returns jsonb language sql stable as $$
    with recursive late as (
      select distinct i.commitment_id as id from commitment_instance i
      where ${isOpen('i')} and i.due_on < today and i.paused_from is null and i.where_id between low and high),
    held as (
      select d.commitment_id, d.prerequisite_id from late join commitment_dependency d on d.prerequisite_id = late.id
      where exists (select from commitment_instance i where i.commitment_id = d.commitment_id and ${isOpen('i')})
      union
      select d.commitment_id, d.prerequisite_id from held join commitment_dependency d on d.prerequisite_id = held.commitment_id
      where exists (select from commitment_instance i where i.commitment_id = d.commitment_id and ${isOpen('i')})),
    seen as (
      select i.commitment_id as id, min(i.where_id) as where_id, bool_or(${isTold('i')}) as is_told
      from commitment_instance i where ${isOpen('i')} and ${sees('i')} group by 1)
    select coalesce(jsonb_agg(to_jsonb(x) order by x.dependent, x.prerequisite), '[]') from (
      select h.commitment_id as dependent, h.prerequisite_id as prerequisite, h.prerequisite_id in (select id from late) and p.is_told as is_late, d.where_id
      from held h join seen d on d.id = h.commitment_id join seen p on p.id = h.prerequisite_id) x $$`,
];
