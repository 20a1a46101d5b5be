import { planActionOperations } from './actions.ts';
import { planOperations } from './plans.ts';
import { planReviewOperations } from './review.ts';

/** Plans of municipalities, committees and institutions. */
export const plansOperations = { ...planOperations, ...planActionOperations, ...planReviewOperations };
