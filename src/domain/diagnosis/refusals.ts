import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Every expected "no" of the room of diagnosis. Words: `refusal.<code>`. */
export const diagnosisRefusals = {
  'diagnosis.need-not-found': 'missing',
  'diagnosis.merge-not-found': 'missing',
  'diagnosis.import-not-found': 'missing',
  'diagnosis.need-incomplete': 'invalid',
  'diagnosis.prioritiser-not-found': 'invalid',
  'diagnosis.looks-alike': 'conflict',
  'diagnosis.not-as-it-stands': 'conflict',
  'diagnosis.has-consequences': 'conflict',
  'diagnosis.merge-self': 'invalid',
  'diagnosis.merge-different-countries': 'conflict',
  'diagnosis.merge-undone': 'conflict',
  'diagnosis.merge-built-upon': 'conflict',
  'diagnosis.import-problems': 'invalid',
  'diagnosis.import-not-applied': 'conflict',
  'diagnosis.import-built-upon': 'conflict',
} as const satisfies RefusalTable;

export type DiagnosisRefusal = keyof typeof diagnosisRefusals;

export const refuse = refusalsOf(diagnosisRefusals);
