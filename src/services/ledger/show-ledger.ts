import { findPartyNames } from '#database/compliance/case-views.ts';
import { findNeededDues, type LedgerLine } from '#database/ledger/ledger-views.ts';
import { holdsBack } from '#domain/commitments/holding-back.ts';
import { showInstance } from '#domain/commitments/instance-standing.ts';
import { nextActionOf, type LedgerSide } from '#domain/commitments/next-action.ts';
import { stateFor } from '#domain/commitments/state-in-public.ts';
import type { CommitmentStanding, InstanceStanding } from '#domain/commitments/vocabulary.ts';
import { lookUp } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';

type At = { readonly side: LedgerSide; readonly today: string };

/** Lines of the ledger as the API shows them: names instead of ids, the state of each, and what it needs now. */
export async function showLedger(tx: Transaction, context: Context, lines: readonly LedgerLine[], at: At) {
  const places = await lookUp(tx, context, { territories: lines.map(({ where_id }) => where_id) });
  const names = await findPartyNames(
    tx,
    lines.flatMap((line) => [line.obligor_id, line.beneficiary_id, line.verifier_id]),
  );
  const waits = await waitingForLate(tx, lines, at.today);
  const named = (id: string) => ({ id, name: names.get(id) ?? '' });
  return lines.map((line) => {
    const shown = stateOf(line, waits.has(line.id), at);
    // That whoever verifies keeps silent is for those who can do something about it.
    const isSilent = line.is_insider && line.verify_by !== null && line.verify_by < at.today;
    return {
      id: line.id,
      commitmentId: line.commitment_id,
      what: line.what,
      dueOn: line.due_on,
      state: shown.state,
      tone: shown.tone,
      days: shown.days,
      isRescheduled: shown.isRescheduled,
      obligor: named(line.obligor_id),
      beneficiary: line.beneficiary_id === null ? null : named(line.beneficiary_id),
      verifier: line.verifier_id === null ? null : named(line.verifier_id),
      territory: places.place(line.where_id),
      agreement:
        line.agreement_id === null || line.agreement_title === null
          ? null
          : { id: line.agreement_id, title: line.agreement_title },
      action: nextActionOf(shown.state, at.side, isSilent),
      example: line.example,
    };
  });
}

function stateOf(line: LedgerLine, waitsForLate: boolean, { today }: At) {
  const facts = {
    dueOn: line.due_on,
    firstDueOn: line.first_due_on,
    standing: line.standing,
    forecastOn: line.forecast_on,
    deliveredOn: line.delivered_on,
    noticedOn: line.noticed_on,
    curedOn: line.cured_on,
    pausedFrom: line.paused_from,
    pausedDays: line.paused_days,
  };
  const shown = showInstance(facts, { today, commitment: line.commitment_standing, waitsForLate });
  const { is_insider: isInsider, is_published: isPublished, is_quiet: isQuiet } = line;
  return stateFor(shown, { isInsider, isPublished, isQuiet });
}

async function waitingForLate(
  tx: Transaction,
  lines: readonly LedgerLine[],
  today: string,
): Promise<ReadonlySet<string>> {
  const rows = await findNeededDues(
    tx,
    lines.map(({ commitment_id }) => commitment_id),
  );
  const needs = Map.groupBy(rows, ({ commitment_id }) => commitment_id);
  const isHeld = (line: LedgerLine) =>
    (needs.get(line.commitment_id) ?? []).some((row) => {
      const due = {
        dueOn: row.due_on,
        standing: row.standing as InstanceStanding,
        forecastOn: row.forecast_on,
        pausedFrom: row.paused_from,
      };
      return holdsBack(due, line.due_on, {
        today,
        commitment: row.commitment_standing as CommitmentStanding,
      });
    });
  return new Set(lines.filter(isHeld).map(({ id }) => id));
}
