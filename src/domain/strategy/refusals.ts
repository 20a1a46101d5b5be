import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Every expected "no" of this part. Words: `refusal.<code>`. */
export const strategyRefusals = {
  'strategy.not-found': 'missing',
} as const satisfies RefusalTable;

export type StrategyRefusal = keyof typeof strategyRefusals;

export const refuse = refusalsOf(strategyRefusals);
