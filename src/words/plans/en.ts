/** Plans of municipalities, committees and institutions. */
export const en = {
  'refusal.plans.not-found': 'There is no plan at that address, or it is not published.',
} as const;
