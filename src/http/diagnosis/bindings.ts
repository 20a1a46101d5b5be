import type { diagnosisOperations } from '#contract/diagnosis/index.ts';
import { annulNeed } from '#services/diagnosis/annul-need.ts';
import { createNeed } from '#services/diagnosis/create-need.ts';
import { deleteNeed } from '#services/diagnosis/delete-need.ts';
import { exportNeeds } from '#services/diagnosis/export-needs.ts';
import { getNeed } from '#services/diagnosis/get-need.ts';
import { importNeeds } from '#services/diagnosis/import-needs.ts';
import { listNeeds } from '#services/diagnosis/list-needs.ts';
import { meetNeed } from '#services/diagnosis/meet-need.ts';
import { mergeNeeds } from '#services/diagnosis/merge-needs.ts';
import { previewNeedMerge } from '#services/diagnosis/preview-need-merge.ts';
import { previewNeedsImport } from '#services/diagnosis/preview-needs-import.ts';
import { publishNeed } from '#services/diagnosis/publish-need.ts';
import { reopenNeed } from '#services/diagnosis/reopen-need.ts';
import { revokeNeedsImport } from '#services/diagnosis/revoke-needs-import.ts';
import { undoNeedMerge } from '#services/diagnosis/undo-need-merge.ts';
import { updateNeed } from '#services/diagnosis/update-need.ts';
import { withdrawNeed } from '#services/diagnosis/withdraw-need.ts';
import type { Bindings } from '../bind-operations.ts';

/** Each operation of diagnosis with the service that does it. */
export const diagnosisBindings = {
  listNeeds,
  getNeed,
  createNeed,
  updateNeed,
  publishNeed,
  meetNeed,
  withdrawNeed,
  reopenNeed,
  annulNeed,
  deleteNeed,
  previewNeedMerge,
  mergeNeeds,
  undoNeedMerge,
  previewNeedsImport,
  importNeeds,
  revokeNeedsImport,
  exportNeeds,
} satisfies Bindings<typeof diagnosisOperations>;
