import { actorsOperations } from './actors/index.ts';
import { accessOperations } from './access/index.ts';
import { boundariesOperations } from './boundaries.ts';
import { auditOperations } from './audit.ts';
import { diagnosisOperations } from './diagnosis/index.ts';
import { operationsOperations } from './operations.ts';
import { situationOperations } from './situation.ts';
import { territoriesOperations } from './territories.ts';

/** The whole API: every operation of every room by its id. A new room adds its line. */
export const operations = {
  ...territoriesOperations,
  ...boundariesOperations,
  ...actorsOperations,
  ...accessOperations,
  ...diagnosisOperations,
  ...auditOperations,
  ...operationsOperations,
  ...situationOperations,
};

export type Operations = typeof operations;
