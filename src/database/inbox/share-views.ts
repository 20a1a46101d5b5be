import { sql, type RawBuilder } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { ShareKind } from '#domain/inbox/share.ts';

/** What is said of a thing where it is shared: never who it is for, nor anybody's name. */
export type ShareRow = {
  readonly title: string;
  readonly is_public: boolean;
  readonly on_day: string | null;
  readonly owner: string | null;
};

const owner = (
  table: string,
) => sql`coalesce((select name from organisation where id = ${sql.ref(`${table}.organisation_id`)}),
  (select name from structure where id = ${sql.ref(`${table}.structure_id`)}))`;

const rows: Readonly<Record<ShareKind, (id: string) => RawBuilder<ShareRow>>> = {
  commitment: (id) => sql`
    select c.what as title, c.is_public, coalesce((select name from organisation where id = c.obligor_organisation_id),
        (select name from structure where id = c.obligor_structure_id)) as owner,
      coalesce((select min(i.due_on) from commitment_instance i where i.commitment_id = c.id
        and i.standing in ('not-started', 'in-progress', 'sent-back')), c.due_on) as on_day
    from commitment c where c.id = ${id}::uuid`,
  agreement: (id) => sql`
    select a.title, a.is_public, null as owner, a.ends_on as on_day from agreement a where a.id = ${id}::uuid`,
  plan: (id) => sql`
    select p.title, p.edition > 0 as is_public, ${owner('p')} as owner, null::date as on_day
    from plan p where p.id = ${id}::uuid`,
  path: (id) => sql`
    select o.name as title, false as is_public, null as owner, null::date as on_day
    from planning_path w join organisation o on o.id = w.organisation_id where w.id = ${id}::uuid`,
};

/** A thing as far as the caller sees it. */
export async function findShared(
  tx: Transaction,
  kind: ShareKind,
  id: string,
): Promise<ShareRow | undefined> {
  const found = await rows[kind](id).execute(tx);
  return found.rows[0];
}
