import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { AlignedKind } from '#domain/strategy/vocabulary.ts';

/** Something aligned to a line, as far as the caller may see it: a plan by one of its actions, an agreement, a commitment. */
export type AlignedRow = {
  readonly kind: AlignedKind;
  /** The page that it has: of a plan's action, the plan. */
  readonly id: string;
  readonly title: string;
  /** What of it is aligned, where that is a part: the action of a plan. */
  readonly part: string | null;
  readonly territoryId: number;
  readonly organisationId: string | null;
  readonly structureId: string | null;
  readonly threadId: string;
};

/** Whatever is aligned to these threads. Row security leaves out what the caller may not know of. */
export async function findAligned(tx: Transaction, threadIds: readonly string[]): Promise<AlignedRow[]> {
  if (threadIds.length === 0) return [];
  const result = await sql<AlignedRow>`
    with wanted as (select unnest(${[...threadIds]}::uuid[]) as thread_id)
    select 'plan' as kind, p.id, p.title, a.title as part, a.territory_id as "territoryId",
      p.organisation_id as "organisationId", p.structure_id as "structureId", l.thread_id as "threadId"
    from wanted join plan_action_line l using (thread_id) join plan_action a on a.id = l.action_id join plan p on p.id = a.plan_id
    where p.standing <> 'annulled' and a.standing <> 'dropped'
    union all
    select 'agreement', g.id, g.title, null, g.territory_id, g.parties[1], null, l.thread_id
    from wanted join agreement_line l using (thread_id) join agreement g on g.id = l.agreement_id
    where g.standing not in ('abandoned', 'annulled')
    union all
    select 'commitment', c.id, c.what, null, c.territory_id, c.obligor_organisation_id, c.obligor_structure_id, c.thread_id
    from wanted join commitment c using (thread_id)
    where c.standing in ('proposed', 'agreed')
    order by 1, 3, 4, 2`.execute(tx);
  return result.rows;
}
