import type { Day } from '#domain/shared/dates.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { isTotalRight } from './budget.ts';
import { isMediationRefused } from './harm-check.ts';
import type { ActionContent, BudgetLine } from './plan-content.ts';
import { refuse } from './refusals.ts';

/** What is written of an action: ids where its page shows names. */
export type WrittenAction = Omit<
  ActionContent,
  | 'id'
  | 'places'
  | 'need'
  | 'lines'
  | 'responsibleOrganisation'
  | 'responsibleStructure'
  | 'partners'
  | 'budget'
> & {
  readonly placeIds: readonly number[];
  readonly needId: string | null;
  readonly lineIds: readonly string[];
  readonly responsibleOrganisationId: string | null;
  readonly responsibleStructureId: string | null;
  readonly partners: readonly { readonly organisationId: string; readonly contribution: string | null }[];
  readonly budget: readonly (Omit<BudgetLine, 'sourceOrganisation'> & {
    readonly sourceOrganisationId: string | null;
  })[];
};

/** The fields of an action that somebody wrote freely. */
export const freeTextOfActions = [
  'title',
  'description',
  'noNeedReason',
  'noLineReason',
  'targetWords',
  'targetSource',
  'responsibleOffice',
] as const satisfies readonly (keyof WrittenAction)[];

export type Period = { readonly periodFrom: Day; readonly periodTo: Day };

/**
 * What contradicts itself in an action as it was written. What is only missing is asked when the plan is submitted:
 * a draft may be saved at any time.
 */
export function problemsOfAction(action: WrittenAction, plan: Period): Problem[] {
  return [
    ...problemsOfPeriod(action, plan),
    ...problemsOfTarget(action),
    ...problemsOfAnswers(action),
    ...problemsOfBudget(action, plan),
  ];
}

/** An action lies within its plan's period. */
export function problemsOfPeriod(
  action: { readonly periodFrom: Day | null; readonly periodTo: Day | null },
  plan: Period,
): Problem[] {
  const { periodFrom, periodTo } = action;
  const outside = (day: Day | null) => day !== null && (day < plan.periodFrom || day > plan.periodTo);
  const problems: Problem[] = [];
  const values = { from: plan.periodFrom, to: plan.periodTo };
  if (outside(periodFrom)) problems.push({ code: 'plans.outside-period', field: 'periodFrom', values });
  if (outside(periodTo)) problems.push({ code: 'plans.outside-period', field: 'periodTo', values });
  if (periodFrom !== null && periodTo !== null && periodTo < periodFrom)
    problems.push({ code: 'plans.period-backwards', field: 'periodTo' });
  return problems;
}

function problemsOfTarget(action: WrittenAction): Problem[] {
  const { targetSize } = action;
  const parts = ['targetWomen', 'targetYouth', 'targetIndigenous'] as const;
  const problems: Problem[] = parts.flatMap((field) => {
    const part = action[field];
    if (part === null) return [];
    if (targetSize === null) return [{ code: 'plans.part-without-whole', field: 'targetSize' }];
    return part > targetSize ? [{ code: 'plans.part-above-whole', field, values: { size: targetSize } }] : [];
  });
  if (action.targetGroups.includes('other') && action.targetWords === null)
    problems.push({ code: 'diagnosis.group-words', field: 'targetWords' });
  return problems.filter(
    (problem, index) =>
      problems.findIndex((other) => other.code === problem.code && other.field === problem.field) === index,
  );
}

function problemsOfAnswers(action: WrittenAction): Problem[] {
  const problems: Problem[] = [];
  if (action.needId !== null && action.noNeedReason !== null)
    problems.push({ code: 'plans.need-and-reason', field: 'noNeedReason' });
  if (action.lineIds.length > 0 && action.noLineReason !== null)
    problems.push({ code: 'plans.line-and-reason', field: 'noLineReason' });
  if (action.responsibleOrganisationId !== null && action.responsibleStructureId !== null)
    problems.push({ code: 'plans.responsible-twice', field: 'responsible' });
  return problems;
}

function problemsOfBudget(action: WrittenAction, plan: Period): Problem[] {
  const first = Number(plan.periodFrom.slice(0, 4));
  const last = Number(plan.periodTo.slice(0, 4));
  const problems: Problem[] = action.budget.flatMap((line, index) =>
    line.year < first || line.year > last
      ? [{ code: 'plans.year-outside', field: `budget.${index}.year`, values: { first, last } }]
      : [],
  );
  if ((action.budgetTotal === null) !== (action.budgetCurrency === null))
    problems.push({ code: 'plans.total-incomplete', field: 'budgetTotal' });
  else if (!isTotalRight(action)) problems.push({ code: 'plans.total-differs', field: 'budgetTotal' });
  return problems;
}

/**
 * @throws Refusal `plans.mediation-refused`, before anything else is looked at; `plans.incomplete` with every fault and its field
 */
export function refuseContradictions(action: WrittenAction, plan: Period): void {
  if (isMediationRefused(action)) throw refuse('plans.mediation-refused', { field: 'usesMediation' });
  const problems = problemsOfAction(action, plan);
  if (problems.length > 0) throw refuse('plans.incomplete', { problems });
}
