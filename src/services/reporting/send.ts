import type { Check } from '#domain/reporting/checks.ts';
import { refuse } from '#domain/reporting/refusals.ts';
import { sendingOf } from '#domain/reporting/report-standing.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import type { Context, Transaction } from '../context.ts';
import { actOnReport, writeReport } from './keep-report.ts';
import { reasonsOf, type OpenedReport } from './read-report.ts';
import { assertFillable } from './save-answers.ts';

type Reasons = readonly { readonly check: string; readonly reason: string }[];

/** Sends a report to be approved: what is questioned goes with its reason. Shown as provisional where the cycle says so. */
export async function send(
  tx: Transaction,
  context: Context,
  opened: OpenedReport,
  given: { readonly reasons: Reasons; readonly operation: string; readonly byLink: boolean },
): Promise<{ id: string; version: number }> {
  await assertFillable(tx, context, opened);
  const reasons = reasonsFor(opened, given.reasons);
  const open = opened.checks.filter(({ key }) => reasons[key] === undefined);
  if (open.length > 0) {
    throw refuse('reporting.checks-remain', {
      problems: open.map(problemOf),
      values: { count: open.length },
    });
  }
  const act = sendingOf(opened.report.standing);
  const { operation, byLink } = given;
  const { version } = await actOnReport(tx, context, opened, { operation, act, reasons, byLink });
  if (opened.report.showsProvisional) await writeReport(tx, opened, false);
  return { id: opened.report.id, version };
}

// A reason that was given before holds as long as the very same is questioned.
function reasonsFor(opened: OpenedReport, given: Reasons): Record<string, string> {
  const before = reasonsOf(opened);
  const all = { ...before, ...Object.fromEntries(given.map(({ check, reason }) => [check, reason])) };
  const asked = opened.checks.map(({ key }) => key);
  return Object.fromEntries(Object.entries(all).filter(([key]) => asked.includes(key)));
}

function problemOf({ key, code, label, values }: Check): Problem {
  return { code: `reporting.check-${code}`, field: key, values: { ...values, label } };
}
