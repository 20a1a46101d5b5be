import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { Answer, AnswerState } from '#domain/reporting/answer.ts';
import type { ReportAct, ReportStanding } from '#domain/reporting/report-standing.ts';

const reports = (tx: Transaction) =>
  tx
    .selectFrom('report as r')
    .innerJoin('report_cycle as c', 'c.id', 'r.cycle_id')
    .leftJoin('organisation as o', 'o.id', 'r.organisation_id')
    .leftJoin('structure as s', 's.id', 'r.structure_id')
    .select([
      'r.id',
      'r.cycle_id as cycleId',
      'r.country',
      'r.territory_id as territoryId',
      'r.organisation_id as organisationId',
      'r.structure_id as structureId',
      'r.standing',
      'r.step',
      'r.steps',
      'r.first_sent_on as firstSentOn',
      'r.example',
      'r.version',
      'c.form_id as formId',
      'c.form_number as formNumber',
      'c.title',
      'c.period',
      'c.period_kind as periodKind',
      'c.opens_on as opensOn',
      'c.due_on as dueOn',
      'c.grace_days as graceDays',
      'c.closed_on as closedOn',
      'c.shows_provisional as showsProvisional',
      'c.territory_id as askedBy',
      sql<string | null>`coalesce(o.name, s.name)`.as('holder'),
    ]);

type Found = NonNullable<Awaited<ReturnType<ReturnType<typeof reports>['executeTakeFirst']>>>;
export type ReportRow = Omit<Found, 'standing'> & { readonly standing: ReportStanding };

/** A report with what its cycle says of it. */
export async function findReport(tx: Transaction, id: string): Promise<ReportRow | undefined> {
  const row = await reports(tx).where('r.id', '=', id).executeTakeFirst();
  return row && { ...row, standing: row.standing as ReportStanding };
}

/** The places and parties that are somebody's own. */
export type Own = { readonly territories: readonly number[]; readonly holders: readonly string[] };

/** The reports of open cycles that wait at one's own places: to be filled in there, or to be decided at their next step. */
export async function listOpenReports(
  tx: Transaction,
  today: string,
  { territories, holders }: Own,
  limit: number,
): Promise<ReportRow[]> {
  const isOwn = (alias: 'r' | 't') => sql<boolean>`(
    (${sql.ref(`${alias}.organisation_id`)} is null and ${sql.ref(`${alias}.structure_id`)} is null
      and ${sql.ref(`${alias}.territory_id`)} = any (${[...territories]}::int[]))
    or ${sql.ref(`${alias}.organisation_id`)} = any (${[...holders]}::uuid[])
    or ${sql.ref(`${alias}.structure_id`)} = any (${[...holders]}::uuid[]))`;
  const rows = await reports(tx)
    .where('c.closed_on', 'is', null)
    .where('c.opens_on', '<=', today)
    .where(
      sql<boolean>`case when r.standing in ('sent', 'approved')
        then exists (select from report_step t where t.report_id = r.id and t.number = r.step + 1 and ${isOwn('t')})
        else r.standing <> 'final' and ${isOwn('r')} end`,
    )
    .orderBy('c.due_on')
    .orderBy('r.territory_id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, standing: row.standing as ReportStanding }));
}

export type AnswerRow = Answer & { readonly cell: string; readonly version: number };

export async function findAnswers(tx: Transaction, reportId: string): Promise<AnswerRow[]> {
  const rows = await tx
    .selectFrom('report_answer')
    .select(['cell', 'state', 'number', 'text', 'version'])
    .where('report_id', '=', reportId)
    .execute();
  return rows.map((row) => ({ ...row, state: row.state as AnswerState }));
}

/** All that was done to a report, in order. */
export async function findActs(tx: Transaction, reportId: string) {
  const rows = await tx
    .selectFrom('report_act')
    .select([
      'id',
      'act',
      'step',
      'on_date as on',
      'reason',
      'reasons',
      'by_link as byLink',
      'account_id as accountId',
    ])
    .select('done_at as at')
    .where('report_id', '=', reportId)
    .orderBy('done_at')
    .execute();
  return rows.map((row) => ({
    ...row,
    act: row.act as ReportAct,
    reasons: row.reasons as Readonly<Record<string, string>>,
  }));
}

/** What reviewers remarked, in order, with the act by which it was said. */
export async function findRemarks(tx: Transaction, reportId: string) {
  return tx
    .selectFrom('report_remark')
    .select(['id', 'act_id as actId', 'cell', 'remark'])
    .where('report_id', '=', reportId)
    .orderBy('made_at')
    .execute();
}

export async function findSteps(tx: Transaction, reportIds: readonly string[]) {
  if (reportIds.length === 0) return [];
  return tx
    .selectFrom('report_step as t')
    .leftJoin('organisation as o', 'o.id', 't.organisation_id')
    .leftJoin('structure as s', 's.id', 't.structure_id')
    .select([
      't.report_id as reportId',
      't.number',
      't.territory_id as territoryId',
      't.organisation_id as organisationId',
      't.structure_id as structureId',
      sql<string | null>`coalesce(o.name, s.name)`.as('holder'),
    ])
    .where('t.report_id', 'in', [...reportIds])
    .orderBy('t.number')
    .execute();
}

/** What was told of a report's place in earlier periods, by cell, the latest first. */
export async function findHistory(tx: Transaction, reportId: string) {
  const { rows } = await sql<{ cell: string; period: string; value: number | null; state: number }>`
    select cell, period, value, state from report_history(${reportId}::uuid)`.execute(tx);
  return rows;
}

/** Into which series and crossing the cells of a report go. */
export async function findTargets(tx: Transaction, report: ReportRow) {
  return tx
    .selectFrom('report_target')
    .select(['cell', 'series_id as seriesId', 'disaggregation_id as disaggregationId'])
    .where('cycle_id', '=', report.cycleId)
    .where(
      sql<boolean>`(organisation_id, structure_id) is not distinct from (${report.organisationId}::uuid, ${report.structureId}::uuid)`,
    )
    .execute();
}
