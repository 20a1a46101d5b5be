import type { AffectedGroup, EcologicalLevel, ViolenceKind } from '#domain/diagnosis/vocabulary.ts';
import type { Day } from '#domain/shared/dates.ts';
import type { InspireStrategy, PreventionLevel, PreventionType } from '#domain/strategy/vocabulary.ts';
import type { HarmCheck } from './harm-check.ts';
import type { BudgetKind, BudgetSource } from './vocabulary.ts';

export type Named = { readonly id: string; readonly name: string };

/** One line of a budget. Amounts of different currencies are never added. */
export type BudgetLine = {
  readonly year: number;
  readonly sourceKind: BudgetSource;
  readonly sourceOrganisation: Named | null;
  readonly sourceWords: string | null;
  readonly kind: BudgetKind;
  readonly currency: string;
  readonly amount: number;
};

/** What an action brings forth, and how much of it. */
export type PlanOutput = {
  readonly title: string;
  readonly unit: string | null;
  readonly quantity: number | null;
};

/** An action as it is read: names beside ids, so that an edition says what it said, whatever is renamed later. */
export type ActionContent = {
  readonly id: string;
  readonly programmeId: string | null;
  readonly title: string;
  readonly description: string | null;
  readonly places: readonly { readonly reference: string; readonly name: string }[];
  readonly periodFrom: Day | null;
  readonly periodTo: Day | null;
  readonly need: { readonly id: string; readonly problem: string } | null;
  readonly noNeedReason: string | null;
  readonly lines: readonly { readonly id: string; readonly code: string | null; readonly title: string }[];
  readonly noLineReason: string | null;
  readonly violence: ViolenceKind | null;
  readonly preventionLevel: PreventionLevel | null;
  readonly preventionTypes: readonly PreventionType[];
  readonly inspire: readonly InspireStrategy[];
  readonly ecologicalLevels: readonly EcologicalLevel[];
  readonly targetGroups: readonly AffectedGroup[];
  readonly targetWords: string | null;
  readonly targetSize: number | null;
  readonly targetWomen: number | null;
  readonly targetYouth: number | null;
  readonly targetIndigenous: number | null;
  readonly targetSource: string | null;
  readonly responsibleOrganisation: Named | null;
  readonly responsibleStructure: Named | null;
  readonly responsibleOffice: string | null;
  readonly partners: readonly { readonly organisation: Named; readonly contribution: string | null }[];
  readonly outputs: readonly PlanOutput[];
  readonly budget: readonly BudgetLine[];
  readonly budgetTotal: number | null;
  readonly budgetCurrency: string | null;
  readonly usesMediation: boolean;
  readonly harm: HarmCheck | null;
  readonly poaCode: string | null;
};

export type ProgrammeContent = {
  readonly id: string;
  readonly title: string;
  readonly objective: string | null;
};

/** A whole plan: what is written, what is submitted, and what an edition keeps. */
export type PlanContent = {
  readonly title: string;
  readonly summary: string | null;
  readonly periodFrom: Day;
  readonly periodTo: Day;
  readonly strategy: { readonly id: string; readonly title: string } | null;
  readonly programmes: readonly ProgrammeContent[];
  readonly actions: readonly ActionContent[];
};

/** The fields of an action that a difference names, in the order of its page. Words: `plans.field.<field>`. */
export const actionFields = [
  'title',
  'programmeId',
  'description',
  'places',
  'periodFrom',
  'periodTo',
  'need',
  'noNeedReason',
  'lines',
  'noLineReason',
  'violence',
  'preventionLevel',
  'preventionTypes',
  'inspire',
  'ecologicalLevels',
  'targetGroups',
  'targetWords',
  'targetSize',
  'targetWomen',
  'targetYouth',
  'targetIndigenous',
  'targetSource',
  'responsibleOrganisation',
  'responsibleStructure',
  'responsibleOffice',
  'partners',
  'outputs',
  'budget',
  'budgetTotal',
  'budgetCurrency',
  'usesMediation',
  'harm',
  'poaCode',
] as const satisfies readonly (keyof ActionContent)[];
export type ActionField = (typeof actionFields)[number];

/** The fields of a plan's head. */
export const planFields = [
  'title',
  'summary',
  'periodFrom',
  'periodTo',
  'strategy',
] as const satisfies readonly (keyof PlanContent)[];
export type PlanField = (typeof planFields)[number];
