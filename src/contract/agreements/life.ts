import { addendaOperations } from './life-addenda.ts';
import { courseOperations } from './life-course.ts';
import { orderedFileOperations } from './life-files.ts';
import { settlementOperations } from './life-settlement.ts';
import { signingOperations } from './life-signing.ts';

/** What becomes of an agreement from the signature onwards. */
export const agreementLifeOperations = {
  ...signingOperations,
  ...addendaOperations,
  ...courseOperations,
  ...settlementOperations,
  ...orderedFileOperations,
};
