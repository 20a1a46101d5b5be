import type { OrganisationKind } from '#domain/actors/vocabulary.ts';
import type { Day } from '#domain/shared/dates.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { refuse } from './refusals.ts';
import type { PlanKind } from './vocabulary.ts';

/** What is written of a plan's head. */
export type WrittenPlan = {
  readonly title: string;
  readonly summary: string | null;
  readonly periodFrom: Day;
  readonly periodTo: Day;
  readonly strategyId: string | null;
};

/** Plans are made for a term of government or a year, not for a century. */
const longestYears = 15;

/** @throws Refusal `plans.incomplete` */
export function refuseImpossiblePeriod(plan: WrittenPlan): void {
  const problems: Problem[] = [];
  const years = Number(plan.periodTo.slice(0, 4)) - Number(plan.periodFrom.slice(0, 4));
  if (plan.periodTo <= plan.periodFrom) problems.push({ code: 'plans.period-backwards', field: 'periodTo' });
  else if (years > longestYears)
    problems.push({ code: 'plans.period-too-long', field: 'periodTo', values: { years: longestYears } });
  if (problems.length > 0) throw refuse('plans.incomplete', { problems });
}

/** Whose plan it is, from who owns it. */
export function kindOfPlan(owner: OrganisationKind | 'structure'): PlanKind {
  if (owner === 'structure') return 'committee';
  if (owner === 'municipality' || owner === 'communal-board') return 'municipal';
  return owner === 'governorate' ? 'provincial' : 'institutional';
}

/** @throws Refusal where a plan that others may have read, or on which something depends, would be deleted */
export function refuseDeletionOfPlan(plan: { readonly edition: number }): void {
  if (plan.edition > 0) throw refuse('plans.was-published');
}
