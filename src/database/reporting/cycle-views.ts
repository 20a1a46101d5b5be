import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { ReportStanding } from '#domain/reporting/report-standing.ts';

const cycles = (tx: Transaction) =>
  tx
    .selectFrom('report_cycle as c')
    .innerJoin('report_form as f', 'f.id', 'c.form_id')
    .select([
      'c.id',
      'c.country',
      'c.territory_id as territoryId',
      'c.agreement_id as agreementId',
      'c.form_id as formId',
      'c.form_number as formNumber',
      'f.title as formTitle',
      'c.title',
      'c.period_kind as periodKind',
      'c.period',
      'c.path',
      'c.opens_on as opensOn',
      'c.due_on as dueOn',
      'c.grace_days as graceDays',
      'c.shows_provisional as showsProvisional',
      'c.closed_on as closedOn',
      'c.example',
      'c.version',
    ]);

export type CycleRow = Awaited<ReturnType<typeof listCycleRows>>[number];

/** Cycles, the one that is due last first. */
export async function listCycleRows(
  tx: Transaction,
  filter: { readonly country: string | null },
  page: { readonly after: { readonly day: string; readonly id: string } | null; readonly limit: number },
) {
  let query = cycles(tx).orderBy('c.due_on', 'desc').orderBy('c.id', 'desc').limit(page.limit);
  if (filter.country !== null) query = query.where('c.country', '=', filter.country);
  if (page.after) {
    const { day, id } = page.after;
    query = query.where(sql<boolean>`(c.due_on, c.id) < (${day}::date, ${id}::uuid)`);
  }
  return query.execute();
}

export async function findCycle(tx: Transaction, id: string): Promise<CycleRow | undefined> {
  return cycles(tx).where('c.id', '=', id).executeTakeFirst();
}

/** How many reports of each cycle stand how, as far as the caller sees them. */
export async function countReports(tx: Transaction, cycleIds: readonly string[]) {
  if (cycleIds.length === 0) return [];
  return tx
    .selectFrom('report')
    .select(['cycle_id as cycleId', 'standing', 'first_sent_on as firstSentOn'])
    .where('cycle_id', 'in', [...cycleIds])
    .execute()
    .then((rows) => rows.map((row) => ({ ...row, standing: row.standing as ReportStanding })));
}

/** The reports of a cycle as its board shows them, in order of territory. */
export async function listReportsOfCycle(tx: Transaction, cycleId: string) {
  const rows = await tx
    .selectFrom('report as r')
    .leftJoin('organisation as o', 'o.id', 'r.organisation_id')
    .leftJoin('structure as s', 's.id', 'r.structure_id')
    .select([
      'r.id',
      'r.territory_id as territoryId',
      'r.organisation_id as organisationId',
      'r.structure_id as structureId',
      'r.standing',
      'r.step',
      'r.steps',
      'r.first_sent_on as firstSentOn',
      sql<string | null>`coalesce(o.name, s.name)`.as('holder'),
      sql<number>`(select count(*)::int from report_answer a where a.report_id = r.id)`.as('answered'),
    ])
    .where('r.cycle_id', '=', cycleId)
    .orderBy('r.territory_id')
    .orderBy('holder')
    .execute();
  return rows.map((row) => ({ ...row, standing: row.standing as ReportStanding }));
}

/** Those among these who already owe a report of this form and period. */
export async function findTwice(
  tx: Transaction,
  asked: { readonly formId: string; readonly period: string; readonly territoryIds: readonly number[] },
) {
  return tx
    .selectFrom('report')
    .select([
      'territory_id as territoryId',
      'organisation_id as organisationId',
      'structure_id as structureId',
    ])
    .where('form_id', '=', asked.formId)
    .where('period', '=', asked.period)
    .where('territory_id', 'in', [...asked.territoryIds])
    .execute();
}
