/** Whose plan it is. Words: `plans.kind.<kind>`. */
export const planKinds = ['municipal', 'committee', 'institutional', 'provincial'] as const;
export type PlanKind = (typeof planKinds)[number];

/** How things stand with a plan. Words: `plans.standing.<standing>`. */
export const planStandings = [
  'draft',
  'submitted',
  'returned',
  'approved',
  'amending',
  'amendment-submitted',
  'ended',
  'annulled',
] as const;
export type PlanStanding = (typeof planStandings)[number];

/** How far an action of an approved plan has got. Words: `plans.progress.<standing>`. */
export const actionStandings = ['planned', 'in-progress', 'done', 'dropped'] as const;
export type ActionStanding = (typeof actionStandings)[number];

/** Where the money of a line comes from. Words: `plans.source.<kind>`. */
export const budgetSources = ['own', 'national', 'donor', 'private', 'community', 'other'] as const;
export type BudgetSource = (typeof budgetSources)[number];

/** Money, or what is given instead of it. Words: `plans.budget-kind.<kind>`. */
export const budgetKinds = ['cash', 'in-kind'] as const;
export type BudgetKind = (typeof budgetKinds)[number];

/** What every action is asked, so that it does no harm. Words: `plans.harm.<question>`. */
export const harmQuestions = ['stigma', 'exposure', 'displacement', 'net-widening'] as const;
export type HarmQuestion = (typeof harmQuestions)[number];

/** How things stand with a remark. Words: `plans.remark-standing.<standing>`. */
export const remarkStandings = ['open', 'answered', 'settled'] as const;
export type RemarkStanding = (typeof remarkStandings)[number];
