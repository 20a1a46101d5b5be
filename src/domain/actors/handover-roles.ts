import type { Actor } from '#domain/access/actor.ts';
import { mayGrant, type RoleGrant } from '#domain/access/permissions.ts';
import type { Day } from '#domain/shared/dates.ts';
import type { Passing } from './handover.ts';

/** A role of the account of somebody who leaves, or of somebody who comes. */
export type HeldRole = RoleGrant & {
  readonly id: string;
  readonly accountId: string;
  readonly personId: string;
  readonly to: Day | null;
};

/** What becomes of a role: only the first two pass; of the others the brief says what is to be done. */
export const rolePassings = [
  'passes',
  'held-already',
  'no-account',
  'nobody-comes',
  'not-yours',
  'own-kept',
] as const;
export type RolePassing = (typeof rolePassings)[number];

export type PlannedRole = {
  readonly role: HeldRole;
  readonly outcome: RolePassing;
  /** Whether it ends for who leaves. */
  readonly ends: boolean;
  /** The person who comes, and the account that is given the role. */
  readonly toPersonId: string | null;
  readonly toAccountId: string | null;
};

/**
 * What becomes of the roles of those who leave. A role ends when whoever hands over could have granted it, and begins for
 * who comes when that person has an account. Nobody loses their own role in passing: it ends only where somebody takes it.
 * @param accounts the accounts of those who come, as far as whoever hands over knows of them
 */
export function planRoles(
  actor: Actor,
  passings: readonly Passing[],
  held: readonly HeldRole[],
  accounts: readonly { readonly id: string; readonly personId: string }[],
): PlannedRole[] {
  const successors = new Map(passings.map(({ from, to }) => [from, to]));
  // What those who come hold and go on holding: somebody who moves on at the same time gives theirs away.
  const given = held.filter(({ personId }) => !successors.has(personId));
  return held
    .filter(({ personId }) => successors.has(personId))
    .map((role) => {
      const toPersonId = successors.get(role.personId) ?? null;
      const account = accounts.find(({ personId }) => personId === toPersonId);
      const planned = { role, toPersonId, toAccountId: account?.id ?? null };
      if (!mayGrant(actor, role)) return { ...planned, outcome: 'not-yours', ends: false };
      if (account !== undefined) {
        if (given.some((other) => other.accountId === account.id && isSameRole(role, other)))
          return { ...planned, outcome: 'held-already', ends: true };
        given.push({ ...role, accountId: account.id });
        return { ...planned, outcome: 'passes', ends: true };
      }
      if (actor.kind === 'account' && actor.accountId === role.accountId)
        return { ...planned, outcome: 'own-kept', ends: false };
      return { ...planned, outcome: toPersonId === null ? 'nobody-comes' : 'no-account', ends: true };
    });
}

function isSameRole(one: RoleGrant, other: RoleGrant): boolean {
  return (
    one.role === other.role &&
    one.territoryId === other.territoryId &&
    one.organisationId === other.organisationId &&
    one.structureId === other.structureId
  );
}
