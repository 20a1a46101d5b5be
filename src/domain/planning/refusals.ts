import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Every expected "no" of this part. Words: `refusal.<code>`. */
export const planningRefusals = {
  'planning.not-found': 'missing',
  'planning.not-a-municipality': 'invalid',
  'planning.path-open': 'conflict',
  'planning.path-closed': 'conflict',
  'planning.step-not-reached': 'conflict',
  'planning.step-unfinished': 'conflict',
  'planning.step-not-done': 'conflict',
  'planning.need-not-found': 'invalid',
  'planning.help-not-found': 'missing',
  'planning.help-answered': 'conflict',
  'planning.entry-not-found': 'missing',
  'planning.entry-incomplete': 'invalid',
  'planning.organisation-not-found': 'invalid',
  'planning.entry-closed': 'conflict',
  'planning.looks-alike': 'conflict',
  'planning.same-link': 'conflict',
  'planning.reason-missing': 'invalid',
  'planning.import-not-found': 'missing',
  'planning.import-too-long': 'too-large',
  'planning.import-problems': 'invalid',
  'planning.import-not-open': 'conflict',
  'planning.import-not-applied': 'conflict',
  'planning.import-built-upon': 'conflict',
} as const satisfies RefusalTable;

export type PlanningRefusal = keyof typeof planningRefusals;

export const refuse = refusalsOf(planningRefusals);
