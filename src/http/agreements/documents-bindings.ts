import type { documentsOperations } from '#contract/agreements/documents.ts';
import { compareTemplates } from '#services/agreements/compare-templates.ts';
import { getTemplate } from '#services/agreements/get-template.ts';
import { listTemplates } from '#services/agreements/list-templates.ts';
import type { Bindings } from '../bind-operations.ts';

export const documentsBindings = {
  compareTemplates,
  getTemplate,
  listTemplates,
} satisfies Bindings<typeof documentsOperations>;
