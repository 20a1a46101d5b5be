import type { Day } from '#domain/shared/dates.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { refuse } from './refusals.ts';
import type { VersionStanding } from './vocabulary.ts';
import { standingAfter } from './version-standing.ts';

/** A version as succession looks at it. */
export type VersionInLine = {
  readonly id: string;
  readonly number: number;
  readonly standing: VersionStanding;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
};

/** The named act by which a version is approved. */
export type ApprovingAct = {
  readonly body: string | null;
  readonly act: string | null;
  readonly on: Day | null;
  readonly validFrom: Day | null;
};

export type Succession = {
  readonly approved: { readonly id: string; readonly validFrom: Day };
  /** The version that it takes the place of, and its last day. */
  readonly superseded: { readonly id: string; readonly validTo: Day } | null;
};

/** The day before one. */
export function dayBefore(day: Day): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date - 1)).toISOString().slice(0, 10);
}

/**
 * What approving a version leads to: it is in force from its day on, and the approved one before it ends the day before.
 * @throws Refusal `strategy.approval-incomplete` with every fault
 */
export function approve(
  versions: readonly VersionInLine[],
  id: string,
  act: ApprovingAct,
  today: Day,
): Succession {
  const version = versions.find((one) => one.id === id);
  if (!version) throw refuse('strategy.version-not-found');
  standingAfter(version.standing, 'approved');
  const before = versions.find((one) => one.standing === 'approved') ?? null;
  const problems = problemsOfApproval(act, before, today);
  if (problems.length > 0) throw refuse('strategy.approval-incomplete', { problems });
  const validFrom = act.validFrom ?? '';
  return {
    approved: { id, validFrom },
    superseded: before && { id: before.id, validTo: dayBefore(validFrom) },
  };
}

function problemsOfApproval(act: ApprovingAct, before: VersionInLine | null, today: Day): Problem[] {
  const problems: Problem[] = [];
  const fault = (code: string, field: string) => problems.push({ code, field });
  if (act.body === null) fault('strategy.body-missing', 'body');
  if (act.act === null) fault('strategy.act-missing', 'act');
  if (act.on === null) fault('strategy.day-missing', 'on');
  else if (act.on > today) fault('strategy.day-to-come', 'on');
  if (act.validFrom === null) fault('strategy.day-missing', 'validFrom');
  // A version that begins before the last one did would leave that one no day.
  else if (before?.validFrom && act.validFrom <= before.validFrom)
    fault('strategy.valid-too-early', 'validFrom');
  return problems;
}

/**
 * The version in force on a day: of those approved, the one whose days hold it; before the first begins, the approved one.
 */
export function currentVersionOf<Version extends VersionInLine>(
  versions: readonly Version[],
  today: Day,
): Version | null {
  const approved = versions.filter(({ standing }) => standing === 'approved' || standing === 'superseded');
  const holding = approved.find(
    ({ validFrom, validTo }) =>
      (validFrom === null || validFrom <= today) && (validTo === null || today <= validTo),
  );
  return holding ?? approved.find(({ standing }) => standing === 'approved') ?? null;
}

/** Whether a version in consultation is open to remarks on a day. */
export function isOpenTo(
  version: {
    readonly standing: VersionStanding;
    readonly consultationFrom: Day | null;
    readonly consultationTo: Day | null;
  },
  today: Day,
): boolean {
  const { standing, consultationFrom: from, consultationTo: to } = version;
  return standing === 'consultation' && from !== null && to !== null && from <= today && today <= to;
}

/**
 * @throws Refusal when the days of a consultation are not in order, or it would be over before it begins
 */
export function refuseConsultation(days: { readonly from: Day; readonly to: Day }, today: Day): void {
  const problems: Problem[] = [];
  if (days.to < days.from) problems.push({ code: 'strategy.ends-before-it-begins', field: 'to' });
  else if (days.to < today) problems.push({ code: 'strategy.day-gone', field: 'to' });
  if (problems.length > 0) throw refuse('strategy.consultation-dates', { problems });
}
