import type { NumberRange } from '#domain/shared/ranges.ts';

/** What a transaction may see and change; the database enforces it by row security. */
export type Scope = {
  readonly accountId: string | null;
  readonly personId: string | null;
  readonly organisations: readonly string[];
  readonly reads: readonly NumberRange[];
  readonly writes: readonly NumberRange[];
  readonly deeds: readonly string[];
};

/** The scope of somebody who has not signed in: public facts only. */
export const visitorScope: Scope = {
  accountId: null,
  personId: null,
  organisations: [],
  reads: [],
  writes: [],
  deeds: [],
};
