import { draftingOperations } from './drafting.ts';

/** Cooperation agreements, from the first draft until they are ready to be signed. */
export const agreementsOperations = { ...draftingOperations };
