import type { NumberRange } from '#domain/shared/ranges.ts';
import type { Deed } from './deeds.ts';
import type { Role } from './roles.ts';

/** How far one deed reaches: over whole territories, and in others only within an organisation or structure (named by its id). */
export type Reach = {
  readonly ranges: readonly NumberRange[];
  readonly within: Readonly<Record<string, readonly NumberRange[]>>;
};

/** A deed as row security knows it: the deeds of deeds.ts, and the granting of each role. */
export type ScopedDeed = Deed | `grant-${Role}`;

/**
 * What a transaction may see and change; the database enforces it by row security.
 * Each deed has its own reach, so that an auditor in one place who coordinates another is not an auditing coordinator in both.
 */
export type Scope = {
  readonly accountId: string | null;
  readonly personId: string | null;
  readonly reach: Readonly<Partial<Record<ScopedDeed, Reach>>>;
};

/** The scope of somebody who has not signed in: public facts only. */
export const visitorScope: Scope = { accountId: null, personId: null, reach: {} };
