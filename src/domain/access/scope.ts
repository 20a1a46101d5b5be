import type { NumberRange } from '#domain/shared/ranges.ts';
import { deeds, type Deed } from './deeds.ts';
import { roles, type Role } from './roles.ts';

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

/** Every territory number there can be. */
export const everywhere: readonly NumberRange[] = [{ low: 0, high: 2_147_483_646 }];

/** The scope in which the installation itself works: migrations, jobs, the command line. */
export const installationScope: Scope = {
  accountId: null,
  personId: null,
  reach: Object.fromEntries(
    [...deeds, ...roles.map((role) => `grant-${role}`)].map((deed) => [
      deed,
      { ranges: everywhere, within: {} },
    ]),
  ),
};

/** The scope of an account that has just proved to be who it is, and of nothing else: its own row, its own sessions. */
export function selfScope(accountId: string | null, personId: string): Scope {
  return { accountId, personId, reach: {} };
}
