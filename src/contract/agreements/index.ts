import { clauseOperations } from './clauses.ts';
import { draftingOperations } from './drafting.ts';
import { paperOperations } from './papers.ts';
import { partyOperations } from './parties.ts';
import { pathOperations } from './path.ts';

/** Cooperation agreements, from the first draft until they are ready to be signed. */
export const agreementsOperations = {
  ...draftingOperations,
  ...partyOperations,
  ...clauseOperations,
  ...pathOperations,
  ...paperOperations,
};
