import type { z } from 'zod';
import type { answers as answersShape } from '#contract/reporting/shapes.ts';
import { saveAnswer } from '#database/reporting/report-store.ts';
import { isSameAnswer, readAnswer, type Answer } from '#domain/reporting/answer.ts';
import { cellsOf } from '#domain/reporting/form.ts';
import { refuse } from '#domain/reporting/refusals.ts';
import { isFillable } from '#domain/reporting/report-standing.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { todayOf } from '../today.ts';
import { computedItems } from './computed-items.ts';
import { actOnReport } from './keep-report.ts';
import { openReport, type OpenedReport } from './read-report.ts';
import { isOpen } from './show-cycle.ts';
import { showChecks } from './show-report.ts';

type Typed = z.output<typeof answersShape>;
type Change = {
  readonly cell: string;
  readonly answer: Answer | null;
  readonly seen: number | null | undefined;
};

/** Refuses unless answers are taken now. */
export async function assertFillable(
  tx: Transaction,
  context: Context,
  { report }: OpenedReport,
): Promise<void> {
  const today = await todayOf(tx, context, report.territoryId);
  if (!isOpen(report, today)) throw refuse('reporting.not-open', { values: { day: report.opensOn } });
  if (!isFillable(report.standing)) throw refuse('reporting.not-as-it-stands');
}

/** Saves what was typed: all of it or, where something cannot be read, nothing. Says what is now questioned. */
export async function saveAnswers(
  tx: Transaction,
  context: Context,
  opened: OpenedReport,
  typed: Typed,
  by: { readonly operation: string; readonly link: boolean },
) {
  await assertFillable(tx, context, opened);
  const changes = readTyped(opened, typed);
  const written = await keepChanges(tx, context, opened, changes, by);
  const now = await openReport(tx, opened.report.id);
  return {
    saved: written,
    unchanged: changes.length - written,
    answers: changes.map(({ cell }) => ({ cell, version: now.answers.get(cell)?.version ?? null })),
    checks: showChecks(now, now.checks),
    computed: [...(await computedItems(tx, context, now, ['ratio']))].map(([item, one]) => ({
      item,
      ...one,
    })),
    version: now.report.version,
  };
}

function readTyped(opened: OpenedReport, typed: Typed): Change[] {
  const cells = new Map(cellsOf(opened.form).map((one) => [one.cell, one]));
  const wasReopened = opened.acts.some(({ act }) => act === 'reopened');
  const problems: Problem[] = [];
  const changes = typed.flatMap(({ cell, text, version }): Change[] => {
    const known = cells.get(cell);
    if (!known) {
      problems.push({ code: 'reporting.unknown-cell', field: cell });
      return [];
    }
    const read = readAnswer(known.item, text);
    if ('problem' in read) {
      problems.push({ ...read.problem, field: cell });
      return [];
    }
    // What all had approved is corrected, or said to be unknown; it does not just vanish.
    if (read.answer === null && wasReopened && opened.answers.has(cell))
      problems.push({ code: 'reporting.not-taken-away', field: cell });
    return [{ cell, answer: read.answer, seen: version }];
  });
  if (problems.length > 0) throw refuse('reporting.answer-faults', { problems });
  return changes;
}

/** Keeps the answers that differ, and writes down what each was. @returns how many */
export async function keepChanges(
  tx: Transaction,
  context: Context,
  opened: OpenedReport,
  changes: readonly Change[],
  by: { readonly operation: string; readonly link: boolean },
): Promise<number> {
  const { report, answers } = opened;
  const fresh = changes.filter(({ cell, answer }) => !isSameAnswer(answers.get(cell) ?? null, answer));
  if (fresh.length === 0) return 0;
  const accountId = context.actor.kind === 'account' ? context.actor.accountId : null;
  for (const { cell, answer, seen } of fresh) {
    if (await saveAnswer(tx, { reportId: report.id, cell, seen, accountId }, answer)) continue;
    const problems = [{ code: 'reporting.answer-changed-here', field: cell }];
    throw refuse('reporting.answer-changed', { problems, current: answers.get(cell) ?? null });
  }
  const said = (answer: Answer | null | undefined) =>
    answer ? (answer.state === 'value' ? (answer.number ?? answer.text) : answer.state) : null;
  await record(tx, context, {
    operation: by.operation,
    subjectKind: 'report',
    subjectId: report.id,
    territoryId: report.territoryId,
    organisationId: report.organisationId,
    before: Object.fromEntries(fresh.map(({ cell }) => [cell, said(answers.get(cell))])),
    after: Object.fromEntries(fresh.map(({ cell, answer }) => [cell, said(answer)])),
    freeText: fresh.filter(({ answer }) => answer?.text != null).map(({ cell }) => cell),
  });
  if (report.standing === 'not-started')
    await actOnReport(tx, context, opened, { operation: by.operation, act: 'started', byLink: by.link });
  return fresh.length;
}
