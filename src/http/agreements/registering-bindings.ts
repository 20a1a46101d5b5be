import type { registeringOperations } from '#contract/agreements/registering.ts';
import { attachRegisteredFile } from '#services/registering/attach-registered-file.ts';
import { getCommitmentSheet } from '#services/registering/get-commitment-sheet.ts';
import { importCommitmentSheet } from '#services/registering/import-commitment-sheet.ts';
import { listCommitmentSheets } from '#services/registering/list-commitment-sheets.ts';
import { mapCommitmentSheet } from '#services/registering/map-commitment-sheet.ts';
import { openCommitmentSheet } from '#services/registering/open-commitment-sheet.ts';
import { registerAgreement } from '#services/registering/register-agreement.ts';
import { resolveCommitmentSheet } from '#services/registering/resolve-commitment-sheet.ts';
import { revokeCommitmentSheet } from '#services/registering/revoke-commitment-sheet.ts';
import type { Bindings } from '../bind-operations.ts';

/** Each operation of registering what is already there with the service that does it. */
export const registeringBindings = {
  registerAgreement,
  attachRegisteredFile,
  openCommitmentSheet,
  listCommitmentSheets,
  getCommitmentSheet,
  mapCommitmentSheet,
  resolveCommitmentSheet,
  importCommitmentSheet,
  revokeCommitmentSheet,
} satisfies Bindings<typeof registeringOperations>;
