import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { reportingOperations } from '#contract/reporting/index.ts';
import { inScope } from '#database/connection.ts';
import { findTwice } from '#database/reporting/cycle-views.ts';
import { findForm } from '#database/reporting/form-store.ts';
import { parsePeriod, type Period } from '#domain/indicators/period.ts';
import { permitAsk } from '#domain/reporting/permissions.ts';
import { refuse } from '#domain/reporting/refusals.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { getPlace } from '../actors/look-up.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { todayOf } from '../today.ts';
import { makeCycle } from './make-cycle.ts';
import { subjectsOf, type Subject } from './subjects-of.ts';

type Operation = typeof reportingOperations.openReportCycle;
type Body = InputOf<Operation>['body'];

export async function openReportCycle(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { body } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, body.territory);
    permitAsk(context.actor, place.id);
    const form = await findForm(tx, body.form);
    if (!form || form.country !== place.country) throw refuse('reporting.form-not-found');
    const period = readTimes(body, await todayOf(tx, context, place.id));
    const found = await subjectsOf(tx, body.subjects, place);
    await refuseTwice(tx, { formId: form.id, period: period.start }, found.subjects);
    const id = newId();
    const made = await makeCycle(
      tx,
      context,
      {
        id,
        form,
        title: body.title,
        country: place.country,
        territoryId: place.id,
        period,
        opensOn: body.opensOn,
        dueOn: body.dueOn,
        graceDays: body.graceDays,
        showsProvisional: body.showsProvisional,
        example: false,
      },
      found,
    );
    await record(tx, context, {
      operation: 'openReportCycle',
      subjectKind: 'report-cycle',
      subjectId: id,
      territoryId: place.id,
      organisationId: null,
      before: null,
      after: { ...body, reports: made.length },
    });
    return { id, version: 1, reports: made.length };
  });
}

const periodKinds = new Set(['month', 'quarter', 'semester', 'year']);

function readTimes(body: Body, today: string): Period {
  const period = parsePeriod(body.period);
  const problems: Problem[] = [];
  if (period === null || !periodKinds.has(period.kind))
    problems.push({ code: 'reporting.not-a-period', field: 'period' });
  else if (period.start > today) problems.push({ code: 'reporting.period-to-come', field: 'period' });
  if (body.dueOn < body.opensOn) problems.push({ code: 'reporting.due-before-opening', field: 'dueOn' });
  if (period === null || problems.length > 0) throw refuse('reporting.cycle-faults', { problems });
  return period;
}

/** One place owes one report of a form and a period: a second would write over the first. */
async function refuseTwice(
  tx: Transaction,
  asked: { readonly formId: string; readonly period: string },
  subjects: readonly Subject[],
): Promise<void> {
  const territoryIds = [...new Set(subjects.map(({ territoryId }) => territoryId))];
  const owed = await findTwice(tx, { ...asked, territoryIds });
  const key = (one: { territoryId: number; organisationId: string | null; structureId: string | null }) =>
    `${one.territoryId} ${one.organisationId} ${one.structureId}`;
  const keys = new Set(owed.map(key));
  if (subjects.some((one) => keys.has(key(one)))) throw refuse('reporting.cycle-twice');
}
