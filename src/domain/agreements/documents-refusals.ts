import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Every expected "no" of this part. Words: `refusal.<code>`. */
export const documentsRefusals = {
  'documents.template-not-found': 'missing',
  'documents.not-sealed': 'conflict',
  'documents.period-reversed': 'invalid',
} as const satisfies RefusalTable;

export type DocumentsRefusal = keyof typeof documentsRefusals;

export const refuse = refusalsOf(documentsRefusals);
