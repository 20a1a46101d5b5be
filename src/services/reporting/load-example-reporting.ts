import { z } from 'zod';
import { writtenForm } from '#contract/reporting/shapes.ts';
import { findAskedIndicators, findForm, insertForm } from '#database/reporting/form-store.ts';
import { insertRemarks, settleReport } from '#database/reporting/report-store.ts';
import { findTargets } from '#database/reporting/report-views.ts';
import { insertBatch, writeValues } from '#database/values/value-store.ts';
import { endOf, periodAfter, periodOf, type Period } from '#domain/indicators/period.ts';
import { addCalendarDays } from '#domain/shared/calendar.ts';
import { referenceOf } from '#domain/territories/references.ts';
import { getPlace } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { todayOf } from '../today.ts';
import { actOnReport, makeFinal } from './keep-report.ts';
import { makeCycle } from './make-cycle.ts';
import { openReport } from './read-report.ts';
import { resolveForm } from './resolve-form.ts';
import { saveAnswers } from './save-answers.ts';
import { send } from './send.ts';
import { subjectsOf } from './subjects-of.ts';

const example = z.strictObject({
  form: z.strictObject(writtenForm),
  title: z.string(),
  /** In how many days it is due. */
  days: z.number().int(),
  grace: z.number().int(),
  reports: z.array(
    z.strictObject({
      territory: z.string(),
      /** Values of earlier quarters, the latest first. */
      past: z.record(z.string(), z.array(z.number())),
      answers: z.record(z.string(), z.string()),
      acts: z.array(z.enum(['sent', 'approved', 'returned'])),
      reasons: z.string().optional(),
      remark: z.strictObject({ cell: z.string(), remark: z.string() }).optional(),
    }),
  ),
});
type Report = z.output<typeof example>['reports'][number];

type Names = {
  readonly country: string;
  readonly idOf: (kind: string, key: string) => string;
  readonly territoryOf: (code: string | null) => number;
};

/** Opens the example's cycle on the last whole quarter, with reports that stand in every way; each marked, and only once. */
export async function loadExampleReporting(
  tx: Transaction,
  context: Context,
  text: string,
  names: Names,
): Promise<void> {
  if (text === '') return;
  const { form: written, ...cycle } = example.parse(JSON.parse(text));
  const formId = names.idOf('report-form', 'quarterly');
  if (await findForm(tx, formId)) return;
  const asks = written.sections.flatMap(({ items }) => items.flatMap(({ indicator }) => indicator ?? []));
  // Without the catalogue of indicators there is nothing to ask for.
  if ((await findAskedIndicators(tx, asks)).length < asks.length) return;
  const place = await getPlace(tx, names.country);
  const form = await keepForm(tx, { id: formId, country: names.country, territoryId: place.id }, written);
  const today = await todayOf(tx, context, place.id);
  const quarter = periodOf('quarter', today);
  const codes = new Map(cycle.reports.map(({ territory }) => [names.territoryOf(territory), territory]));
  const references = cycle.reports.map(({ territory }) => referenceOf(names.country, territory));
  const made = await makeCycle(
    tx,
    context,
    {
      id: names.idOf('report-cycle', 'quarterly'),
      form,
      title: cycle.title,
      country: names.country,
      territoryId: place.id,
      period: periodAfter(quarter, -1),
      opensOn: quarter.start,
      dueOn: addCalendarDays(today, cycle.days),
      graceDays: cycle.grace,
      showsProvisional: true,
      example: true,
      reportIdOf: ({ territoryId }) => names.idOf('report', codes.get(territoryId) ?? ''),
    },
    await subjectsOf(tx, { kind: 'territories', references }, place),
  );
  for (const report of cycle.reports) {
    const territoryId = names.territoryOf(report.territory);
    const id = made.find(({ subject }) => subject.territoryId === territoryId)?.id;
    if (id === undefined) throw new Error(`example: no report of ${report.territory}`);
    await writePast(tx, id, report, periodAfter(quarter, -2));
    await fill(tx, context, id, report);
  }
}

async function keepForm(
  tx: Transaction,
  at: { readonly id: string; readonly country: string; readonly territoryId: number },
  { title, audience, ...asked }: z.output<typeof example>['form'],
) {
  const content = await resolveForm(tx, asked, { country: at.country, language: 'es' });
  await insertForm(tx, { ...at, title, audience, content, accountId: null, example: true });
  const form = await findForm(tx, at.id);
  if (!form) throw new Error('example: the form was not kept');
  return form;
}

/** What was told of earlier quarters, so that there is an own past to compare with. */
async function writePast(tx: Transaction, id: string, { past }: Report, latest: Period): Promise<void> {
  const { report } = await openReport(tx, id);
  const targets = await findTargets(tx, report);
  const values = targets.flatMap(({ cell, seriesId, disaggregationId }) =>
    (past[cell] ?? []).map((value, index) => ({
      seriesId,
      disaggregationId,
      period: periodAfter(latest, -index).start,
      territoryId: report.territoryId,
      value,
      state: 0,
    })),
  );
  if (values.length === 0) return;
  const batchId = await insertBatch(tx, {
    kind: 'report',
    country: report.country,
    territoryId: report.territoryId,
    organisationId: null,
    cutoffOn: endOf(latest),
    accountId: null,
  });
  await writeValues(tx, batchId, values);
}

async function fill(tx: Transaction, context: Context, id: string, report: Report): Promise<void> {
  const operation = 'loadExample';
  const typed = Object.entries(report.answers).map(([cell, text]) => ({ cell, text, version: undefined }));
  if (typed.length > 0)
    await saveAnswers(tx, context, await openReport(tx, id), typed, { operation, link: false });
  for (const act of report.acts) {
    const opened = await openReport(tx, id);
    if (act === 'sent') {
      const reasons = opened.checks.map(({ key }) => ({ check: key, reason: report.reasons ?? '' }));
      await send(tx, context, opened, { reasons, operation, byLink: false });
      continue;
    }
    const done = await actOnReport(tx, context, opened, { operation, act });
    if (act === 'approved') {
      if (done.standing === 'final') await makeFinal(tx, opened);
      continue;
    }
    const remarks = report.remark
      ? [{ ...report.remark, id: newId(), report_id: id, act_id: done.actId }]
      : [];
    await insertRemarks(tx, remarks);
    await settleReport(tx, id, 'withdrawn');
  }
}
