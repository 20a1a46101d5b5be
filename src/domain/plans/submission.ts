import type { Problem } from '#domain/shared/refusal.ts';
import { problemsOfPeriod } from './action.ts';
import { isTotalRight } from './budget.ts';
import { isMediationRefused, problemsOfHarmCheck } from './harm-check.ts';
import type { ActionContent, PlanContent } from './plan-content.ts';
import { refuse } from './refusals.ts';

/** What an action, or the plan itself, lacks before it can be submitted. */
export type Lack = {
  readonly code: string;
  /** The field of the form where it is mended. */
  readonly field: string;
  readonly action: { readonly id: string; readonly title: string } | null;
};

/** Everything that a plan lacks, complete: each names the action and the field. */
export function lacksOf(plan: PlanContent): Lack[] {
  const own: Lack[] =
    plan.actions.length === 0 ? [{ code: 'plans.no-actions', field: 'actions', action: null }] : [];
  return [...own, ...plan.actions.flatMap((action) => lacksOfAction(action, plan))];
}

/** What one action lacks. */
export function lacksOfAction(
  action: ActionContent,
  plan: Pick<PlanContent, 'periodFrom' | 'periodTo'>,
): Lack[] {
  const named = { id: action.id, title: action.title };
  const lack = (isMissing: boolean, code: string, field: string): Lack[] =>
    isMissing ? [{ code, field, action: named }] : [];
  const { responsibleOrganisation, responsibleStructure, responsibleOffice } = action;
  const isNobody =
    responsibleOrganisation === null && responsibleStructure === null && responsibleOffice === null;
  const lacking = [...problemsOfPeriod(action, plan), ...problemsOfHarmCheck(action.harm)].map(
    ({ code, field }) => ({ code, field: field ?? '', action: named }),
  );
  return [
    ...lack(action.places.length === 0, 'plans.place-missing', 'places'),
    ...lack(action.periodFrom === null, 'plans.period-missing', 'periodFrom'),
    ...lack(action.periodTo === null, 'plans.period-missing', 'periodTo'),
    ...lack(action.need === null && action.noNeedReason === null, 'plans.need-missing', 'needId'),
    ...lack(action.lines.length === 0 && action.noLineReason === null, 'plans.line-missing', 'lines'),
    ...lack(isNobody, 'plans.responsible-missing', 'responsible'),
    ...lack(!isTotalRight(action), 'plans.total-differs', 'budgetTotal'),
    ...lack(isMediationRefused(action), 'plans.mediation', 'usesMediation'),
    ...lacking,
  ];
}

/** A lack as a problem of a refusal: it says the action's name. */
export function problemOfLack(lack: Lack): Problem {
  return {
    code: lack.code,
    field: lack.field,
    ...(lack.action ? { values: { action: lack.action.title }, cell: lack.action.id } : {}),
  };
}

/** @throws Refusal `plans.not-ready`, with all that is lacking */
export function refuseNotReady(plan: PlanContent): void {
  const problems = lacksOf(plan).map(problemOfLack);
  if (problems.length > 0) throw refuse('plans.not-ready', { problems });
}
