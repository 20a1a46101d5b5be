import { accessRefusals } from '#domain/access/refusals.ts';
import { actorsRefusals } from '#domain/actors/refusals.ts';
import { auditRefusals } from '#domain/audit/refusals.ts';
import { operationsRefusals } from '#domain/operations/refusals.ts';
import { diagnosisRefusals } from '#domain/diagnosis/refusals.ts';
import type { RefusalTable } from '#domain/shared/refusal.ts';
import { sharedRefusals } from '#domain/shared/refusals.ts';
import { boundaryRefusals } from '#domain/territories/boundary-refusals.ts';
import { territoriesRefusals } from '#domain/territories/refusals.ts';
import { tableRefusals } from '#formats/tables/refusals.ts';

/** Every code of every room with its kind, for those who describe them all. A new table adds its line; a test notices when it doesn't. */
export const refusalKinds: RefusalTable = {
  ...sharedRefusals,
  ...territoriesRefusals,
  ...boundaryRefusals,
  ...actorsRefusals,
  ...diagnosisRefusals,
  ...accessRefusals,
  ...auditRefusals,
  ...operationsRefusals,
  ...tableRefusals,
};
