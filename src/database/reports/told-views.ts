import type { Transaction } from '#database/connection.ts';
import type { ReportStanding } from '#domain/reporting/report-standing.ts';

type Place = { readonly id: number; readonly lastId: number };

/** The indicators of which somebody says something publicly in a country: an institution's own, or those of nobody's alone. */
export async function listToldIndicators(
  tx: Transaction,
  asked: { readonly country: string; readonly organisationId: string | null },
): Promise<{ id: number; code: string }[]> {
  return tx
    .selectFrom('series as s')
    .innerJoin('indicator as i', 'i.id', 's.indicator_id')
    .select(['i.id', 'i.code'])
    .where('s.country', '=', asked.country)
    .where('s.standing', '=', 'current')
    .where('s.audience', '=', 'public')
    .where('s.organisation_id', asked.organisationId === null ? 'is' : '=', asked.organisationId)
    .groupBy(['i.id', 'i.code'])
    .orderBy('i.code')
    .execute();
}

/** The cycles that were due in some days, each report of them within a territory, or of an institution. Asked as the owner: numbers leave, no report. */
export async function listOwedReports(
  tx: Transaction,
  asked: {
    readonly country: string;
    readonly from: string;
    readonly to: string;
    readonly within: Place;
    readonly organisationId: string | null;
  },
) {
  let query = tx
    .selectFrom('report as r')
    .innerJoin('report_cycle as c', 'c.id', 'r.cycle_id')
    .select([
      'c.id',
      'c.title',
      'c.period_kind as periodKind',
      'c.period',
      'c.due_on as dueOn',
      'c.grace_days as graceDays',
      'c.example',
      'r.standing',
      'r.first_sent_on as firstSentOn',
    ])
    .where('c.country', '=', asked.country)
    .where('c.due_on', '>=', asked.from)
    .where('c.due_on', '<=', asked.to)
    .orderBy('c.due_on')
    .orderBy('c.id');
  query =
    asked.organisationId === null
      ? query
          .where('r.territory_id', '>=', asked.within.id)
          .where('r.territory_id', '<=', asked.within.lastId)
      : query.where('r.organisation_id', '=', asked.organisationId);
  const rows = await query.execute();
  return rows.map((row) => ({ ...row, standing: row.standing as ReportStanding }));
}

/** What a country is called in both languages, and on what paper and by what clock it writes. */
export async function getCountryOfReport(tx: Transaction, code: string) {
  return tx
    .selectFrom('country')
    .select(['name', 'name_en as nameEn', 'paper', 'time_zone as timeZone'])
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
}
