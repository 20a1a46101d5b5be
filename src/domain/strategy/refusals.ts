import { refusalsOf, type RefusalTable } from '#domain/shared/refusal.ts';

/** Every expected "no" of this part. Words: `refusal.<code>`. */
export const strategyRefusals = {
  'strategy.not-found': 'missing',
  'strategy.version-not-found': 'missing',
  'strategy.element-not-found': 'missing',
  'strategy.line-not-found': 'missing',
  'strategy.remark-not-found': 'missing',
  'strategy.owner-not-found': 'invalid',
  'strategy.organisation-not-found': 'invalid',
  'strategy.incomplete': 'invalid',
  'strategy.approval-incomplete': 'invalid',
  'strategy.consultation-dates': 'invalid',
  'strategy.parent-elsewhere': 'invalid',
  'strategy.under-itself': 'invalid',
  'strategy.other-level': 'invalid',
  'strategy.too-deep': 'invalid',
  'strategy.code-twice': 'conflict',
  'strategy.looks-alike': 'conflict',
  'strategy.version-open': 'conflict',
  'strategy.levels-in-use': 'conflict',
  'strategy.approved-stays': 'conflict',
  'strategy.not-as-it-stands': 'conflict',
  'strategy.no-consultation': 'conflict',
  'strategy.no-draft': 'conflict',
  'strategy.empty': 'conflict',
  'strategy.other-strategy': 'invalid',
  'strategy.import-problems': 'invalid',
  'strategy.not-readable': 'unsupported',
} as const satisfies RefusalTable;

export type StrategyRefusal = keyof typeof strategyRefusals;

export const refuse = refusalsOf(strategyRefusals);
