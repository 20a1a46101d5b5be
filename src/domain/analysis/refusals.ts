import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Every expected "no" of this part. Words: `refusal.<code>`. */
export const analysisRefusals = {
  'analysis.view-not-found': 'missing',
  'analysis.note-not-found': 'missing',
  'analysis.too-many-cells': 'too-large',
  'analysis.too-many-indicators': 'invalid',
  'analysis.asks-nothing': 'invalid',
  'analysis.no-organisation': 'invalid',
  'analysis.no-funnel': 'invalid',
} as const satisfies RefusalTable;

export type AnalysisRefusal = keyof typeof analysisRefusals;

export const refuse = refusalsOf(analysisRefusals);
