import type { CountedAs } from '#domain/compliance/indicators.ts';

/** One thing that was counted, and why it counts as it does. */
export type Case = {
  readonly id: string;
  readonly kind:
    'commitment' | 'territory' | 'session' | 'action' | 'need' | 'report' | 'structure' | 'series';
  readonly subject: string;
  readonly title: string;
  readonly example: boolean;
  readonly territoryId: number;
  readonly on: string | null;
  readonly counted: CountedAs;
  readonly why: string;
  readonly weight: number;
  readonly daysLate: number;
  readonly daysLost: number;
  /** Of an action: its money, each currency apart. */
  readonly budget: readonly { readonly currency: string; readonly amount: number }[];
  readonly heldBy: readonly { readonly id: string; readonly name: string; readonly days: number }[];
  /** Where a list goes on after it. */
  readonly key: string;
};

/** What a case says where its kind knows nothing of it. */
export const plain = {
  example: false,
  on: null,
  weight: 1,
  daysLate: 0,
  daysLost: 0,
  budget: [],
  heldBy: [],
} as const satisfies Partial<Case>;
