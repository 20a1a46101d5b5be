import { findRemarks } from '#database/reporting/report-views.ts';
import { writePeriod } from '#domain/indicators/period.ts';
import { labelOf, progressOf, type Check } from '#domain/reporting/checks.ts';
import { cellsOf, type FormCell } from '#domain/reporting/form.ts';
import { mayDecide, mayFill } from '#domain/reporting/permissions.ts';
import {
  daysLate,
  isFillable,
  isPossible,
  sendingOf,
  type ReportAct,
} from '#domain/reporting/report-standing.ts';
import { lookUp } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';
import { todayOf } from '../today.ts';
import { computedItems } from './computed-items.ts';
import { handsOnIt, placesOfStep, previousPeriodOf, reasonsOf, type OpenedReport } from './read-report.ts';
import { isOpen, periodOf } from './show-cycle.ts';

/** A report as its page shows it. By a link one fills it in, and decides nothing. */
export async function showReport(
  tx: Transaction,
  context: Context,
  opened: OpenedReport,
  by: { readonly link: boolean },
) {
  const { report, form, answers } = opened;
  const today = await todayOf(tx, context, report.territoryId);
  const names = await lookUp(tx, context, {
    territories: [report.territoryId, ...opened.steps.map(({ territoryId }) => territoryId)],
  });
  const previous = previousPeriodOf(report);
  const remarks = await findRemarks(tx, report.id);
  const mayWrite = by.link || mayFill(context.actor, report);
  return {
    id: report.id,
    cycle: { id: report.cycleId, title: report.title },
    territory: names.place(report.territoryId),
    holder: report.holder,
    period: periodOf(report),
    previousPeriod: previous === null ? '' : writePeriod(previous),
    opensOn: report.opensOn,
    dueOn: report.dueOn,
    graceDays: report.graceDays,
    standing: report.standing,
    daysLate: daysLate(report, today),
    firstSentOn: report.firstSentOn,
    sections: sectionsOf(opened, {
      remarks,
      previous: previous?.start ?? '',
      computed: await computedItems(tx, context, opened),
    }),
    checks: showChecks(opened, opened.checks),
    progress: progressOf(form, answers),
    steps: stepsOf(opened, names),
    acts: actsOf(opened, remarks),
    possible: possibleOf(context, opened, { today, mayWrite }),
    mayFill: mayWrite && isFillable(report.standing) && isOpen(report, today),
    example: report.example,
    version: report.version,
  };
}

/** Checks as the API shows them, with the reason that was given for each. */
export function showChecks(opened: Pick<OpenedReport, 'acts'>, checks: readonly Check[]) {
  const reasons = reasonsOf(opened);
  return checks.map((one) => ({ ...one, values: { ...one.values }, reason: reasons[one.key] ?? null }));
}

type Remarks = Awaited<ReturnType<typeof findRemarks>>;

type Besides = {
  readonly remarks: Remarks;
  readonly previous: string;
  readonly computed: Awaited<ReturnType<typeof computedItems>>;
};

function sectionsOf(opened: OpenedReport, { computed, previous, remarks }: Besides) {
  const { form, answers, told } = opened;
  const cells = Map.groupBy(cellsOf(form), ({ item }) => item.key);
  const lastReturn = opened.acts.findLast(({ act }) => act === 'returned')?.id;
  const cellOf = ({ cell, crossing }: FormCell) => {
    const answer = answers.get(cell);
    const before = told.find((one) => one.cell === cell && one.period === previous && one.value !== null);
    return {
      cell,
      label: crossing?.label ?? null,
      answer: answer
        ? { state: answer.state, number: answer.number, text: answer.text, version: answer.version }
        : null,
      known: null as { value: number; source: string } | null,
      previous: before ? { period: before.period, value: before.value ?? 0 } : null,
      remarks: remarks
        .filter((one) => one.cell === cell && one.actId === lastReturn)
        .map((one) => one.remark),
    };
  };
  return form.sections.map((section) => ({
    key: section.key,
    title: section.title,
    help: section.help,
    items: section.items.map((item) => ({
      key: item.key,
      kind: item.kind,
      indicator: item.indicator,
      label: item.label,
      help: item.help,
      unit: item.unit,
      decimals: item.decimals,
      required: item.required,
      choices: [...item.choices],
      cells: (cells.get(item.key) ?? []).map(cellOf),
      computed: computed.get(item.key) ?? null,
    })),
  }));
}

function stepsOf({ report, steps }: OpenedReport, names: Awaited<ReturnType<typeof lookUp>>) {
  const isWaiting = report.standing === 'sent' || report.standing === 'approved';
  return Array.from({ length: report.steps }, (_, index) => {
    const places = steps.filter(({ number }) => number === index + 1);
    return {
      number: index + 1,
      places: places.map(({ holder, territoryId }) => {
        const { name, kindName } = names.place(territoryId);
        return holder ?? `${name} (${kindName})`;
      }),
      isDone: report.step > index,
      isNext: isWaiting && report.step === index,
    };
  });
}

function actsOf({ acts, form }: OpenedReport, remarks: Remarks) {
  const labels = new Map(cellsOf(form).map((one) => [one.cell, labelOf(one)]));
  return acts.map((one) => ({
    act: one.act,
    on: one.on,
    step: one.step,
    reason: one.reason,
    byLink: one.byLink,
    remarks: remarks
      .filter(({ actId }) => actId === one.id)
      .map(({ cell, remark }) => ({ cell, label: labels.get(cell) ?? cell, remark })),
  }));
}

function possibleOf(
  { actor }: Context,
  opened: OpenedReport,
  { today, mayWrite }: { readonly today: string; readonly mayWrite: boolean },
): ReportAct[] {
  const { report } = opened;
  const possible: ReportAct[] = [];
  if (mayWrite && isFillable(report.standing) && isOpen(report, today))
    possible.push(sendingOf(report.standing));
  const next = mayDecide(actor, placesOfStep(opened, report.step + 1));
  if (next && isPossible('returned', report.standing)) possible.push('returned');
  const isOwn = actor.kind === 'account' && handsOnIt(opened).includes(actor.accountId);
  if (next && !isOwn && isPossible('approved', report.standing)) possible.push('approved');
  if (isPossible('reopened', report.standing) && mayDecide(actor, placesOfStep(opened, report.steps)))
    possible.push('reopened');
  return possible;
}
