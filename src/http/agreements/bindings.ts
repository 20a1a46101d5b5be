import type { agreementsOperations } from '#contract/agreements/index.ts';
import { createAgreement } from '#services/agreements/create-agreement.ts';
import { exportAgreements } from '#services/agreements/export-agreements.ts';
import { getAgreement } from '#services/agreements/get-agreement.ts';
import { listAgreements } from '#services/agreements/list-agreements.ts';
import type { Bindings } from '../bind-operations.ts';

/** Each operation of drafting and negotiating with the service that does it. */
export const agreementsBindings = {
  listAgreements,
  exportAgreements,
  getAgreement,
  createAgreement,
} satisfies Bindings<typeof agreementsOperations>;
