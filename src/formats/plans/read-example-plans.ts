import type { ActionContent, BudgetLine } from '#domain/plans/plan-content.ts';

/** A day of a year counted from this one: `[1, "02-15"]` is the fifteenth of February of next year. */
type RelativeDay = readonly [number, string] | null;

/** An action of the example, as its file says it: keys where the database has ids, years counted from this one. */
export type ExampleAction = Pick<
  ActionContent,
  | 'title'
  | 'description'
  | 'noNeedReason'
  | 'noLineReason'
  | 'violence'
  | 'preventionLevel'
  | 'preventionTypes'
  | 'inspire'
  | 'ecologicalLevels'
  | 'targetGroups'
  | 'targetWords'
  | 'targetSize'
  | 'targetWomen'
  | 'targetYouth'
  | 'targetIndigenous'
  | 'targetSource'
  | 'responsibleOffice'
  | 'outputs'
  | 'usesMediation'
  | 'harm'
  | 'poaCode'
> & {
  readonly key: string;
  readonly programme: string | null;
  readonly places: readonly string[];
  readonly from: RelativeDay;
  readonly to: RelativeDay;
  readonly need: string | null;
  readonly lines: readonly string[];
  readonly responsibleOrganisation: string | null;
  readonly responsibleStructure: string | null;
  readonly partners: readonly string[];
  readonly budget: readonly Omit<BudgetLine, 'sourceOrganisation'>[];
};

export type ExamplePlan = {
  readonly key: string;
  readonly territory: string;
  readonly organisation: string | null;
  readonly structure: string | null;
  readonly title: string;
  readonly summary: string | null;
  readonly fromYear: number;
  readonly toYear: number;
  readonly strategy: string | null;
  readonly standing: 'draft' | 'submitted' | 'approved';
  readonly approvingBody: string | null;
  readonly approvingAct: string | null;
  readonly programmes: readonly {
    readonly key: string;
    readonly title: string;
    readonly objective: string | null;
  }[];
  readonly actions: readonly ExampleAction[];
};

/** Reads `packs/<country>/example/plans.json`; a file that is absent has no plans. The lists are checked by a test of the packs. */
export function readExamplePlans(text: string): readonly ExamplePlan[] {
  if (text.trim() === '') return [];
  return (JSON.parse(text) as { plans: readonly ExamplePlan[] }).plans;
}
