import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DraftKind } from '#domain/actors/open-work.ts';
import type { AgreementStanding } from '#domain/agreements/lifecycle.ts';
import type { ActionStanding } from '#domain/plans/vocabulary.ts';
import type { Session } from '#domain/planning/sessions.ts';

export type DraftRow = {
  readonly kind: DraftKind;
  readonly id: string;
  /** Of a version of a strategy, the strategy. */
  readonly withinId: string | null;
  readonly title: string;
  readonly standing: string;
  readonly since: Date;
};

/** Those whose office changes: organisations and structures, and the territories that the office coordinates. */
export type Office = { readonly parties: readonly string[]; readonly territories: readonly number[] };

const most = 200;

/** Drafts of an office by kind, as far as the caller sees them; of each kind the oldest first. */
export async function listDraftsOf(tx: Transaction, office: Office): Promise<DraftRow[]> {
  const mine = sql`any(${[...office.parties]}::uuid[])`;
  const { rows } = await sql<DraftRow>`
    select * from (
      select 'commitment' as kind, c.id, null::uuid as "withinId", c.what as title, c.standing, c.created_at as since from commitment c
      where c.standing = 'proposed' and (c.obligor_organisation_id = ${mine} or c.obligor_structure_id = ${mine}
        or c.beneficiary_organisation_id = ${mine} or c.beneficiary_structure_id = ${mine})
      union all
      select 'plan', p.id, null, p.title, p.standing, p.updated_at from plan p
      where p.standing in ('draft', 'returned', 'submitted', 'amending', 'amendment-submitted')
        and (p.organisation_id = ${mine} or p.structure_id = ${mine})
      union all
      select 'strategy', v.id, s.id, s.title, v.standing, v.updated_at from strategy_version v join strategy s on s.id = v.strategy_id
      where v.standing in ('draft', 'consultation') and s.organisation_id = ${mine}
      union all
      select 'need', n.id, null, n.problem, n.standing, n.updated_at from need n
      where n.standing = 'draft' and (n.organisation_id = ${mine} or n.structure_id = ${mine}
        or n.territory_id = any(${[...office.territories]}::int[]))
      union all
      select 'inventory-import', r.id, null, r.file_name, r.standing, r.created_at from import_run r
      where r.kind = 'inventory' and r.standing = 'previewed' and r.organisation_id = ${mine}
    ) draft order by kind, since, id limit ${most}`.execute(tx);
  return rows;
}

export type AgreementOfOffice = {
  readonly id: string;
  readonly title: string;
  readonly standing: AgreementStanding;
  readonly endsOn: string | null;
  readonly example: boolean;
};

/** Agreements of an office that are being made, are being ended, or end by a day. */
export async function listAgreementsOf(
  tx: Transaction,
  office: Office,
  until: string,
): Promise<AgreementOfOffice[]> {
  const mine = sql`any(${[...office.parties]}::uuid[])`;
  const { rows } = await sql<AgreementOfOffice>`
    select a.id, coalesce(a.short_name, a.title) as title, a.standing, a.ends_on as "endsOn", a.example from agreement a
    where a.id in (select p.agreement_id from agreement_party p
        where (p.organisation_id = ${mine} or p.structure_id = ${mine}) and p.standing <> 'withdrawn')
      and (a.standing in ('draft', 'negotiation', 'legal-review', 'approval', 'ready-to-sign', 'signed', 'suspended', 'under-notice',
          'terminating', 'settlement')
        or (a.standing = 'in-force' and a.ends_on <= ${until}::date))
    order by a.ends_on nulls last, a.id limit ${most}`.execute(tx);
  return rows;
}

/** The agreements that structures of an office follow as their commission. */
export async function findFollowedAgreements(tx: Transaction, office: Office): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from agreement where commission_structure_id = any(${[...office.parties]}::uuid[])
      and standing in ('in-force', 'suspended', 'under-notice', 'terminating') order by id limit ${most}`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

export type PathOfOffice = {
  readonly id: string;
  readonly organisation: string;
  readonly step: Session | null;
  readonly since: string | null;
  readonly obstacle: string | null;
  readonly openHelp: number;
};

/** The planning paths that organisations of an office have open: the step reached, since when, what stops it. */
export async function listPathsOf(tx: Transaction, office: Office): Promise<PathOfOffice[]> {
  const { rows } = await sql<PathOfOffice>`
    select w.id, o.name as organisation, s.step, s.reached_on as since, s.obstacle,
      (select count(*)::int from planning_help h where h.path_id = w.id and h.answered_on is null) as "openHelp"
    from planning_path w join organisation o on o.id = w.organisation_id
    left join lateral (select * from planning_step where path_id = w.id and reached_on is not null and done_on is null
      order by step desc limit 1) s on true
    where w.closed_on is null and w.organisation_id = any(${[...office.parties]}::uuid[]) order by o.name, w.id`.execute(
    tx,
  );
  return rows;
}

export type ActionOfOffice = {
  readonly id: string;
  readonly planId: string;
  readonly plan: string;
  readonly title: string;
  readonly standing: ActionStanding;
  readonly from: string | null;
  readonly to: string | null;
};

/** Actions of approved plans that an office runs and that are not done, of those that begin or end by a day. */
export async function listActionsOf(
  tx: Transaction,
  office: Office,
  until: string,
): Promise<ActionOfOffice[]> {
  const mine = sql`any(${[...office.parties]}::uuid[])`;
  const { rows } = await sql<ActionOfOffice>`
    select a.id, p.id as "planId", p.title as plan, a.title, a.standing, a.period_from as "from", a.period_to as "to"
    from plan_action a join plan p on p.id = a.plan_id
    where p.standing in ('approved', 'amending', 'amendment-submitted') and a.standing in ('planned', 'in-progress')
      and (a.responsible_organisation_id = ${mine} or a.responsible_structure_id = ${mine}
        or (num_nonnulls(a.responsible_organisation_id, a.responsible_structure_id) = 0
          and (p.organisation_id = ${mine} or p.structure_id = ${mine})))
      and (a.period_to <= ${until}::date or a.period_from <= ${until}::date)
    order by a.period_to nulls last, a.id limit ${most}`.execute(tx);
  return rows;
}
