import { refuse } from '#domain/shared/refusals.ts';
import type { Actor, HeldRole } from './actor.ts';
import { deeds, isReading, type Deed } from './deeds.ts';
import { rightsOf, type Role } from './roles.ts';

/**
 * Where a deed is done: the territory it belongs to, and the organisation or structure it belongs to, if any.
 * `personId` is the person it is about, `accountId` the account it is about.
 */
export type Place = {
  readonly territoryId?: number | null;
  readonly organisationId?: string | null;
  readonly structureId?: string | null;
  readonly personId?: string | null;
  readonly accountId?: string | null;
};

type AccountActor = Extract<Actor, { kind: 'account' }>;

/**
 * Whether somebody may do a deed in a place.
 * The installation may do everything; a visitor nothing; everybody else what is their own and what their roles give, each role only where it is held.
 */
export function mayDo(actor: Actor, deed: Deed, place: Place): boolean {
  if (actor.kind === 'installation') return true;
  if (actor.kind === 'visitor') return false;
  if (!actor.mayWrite && !isReading(deed)) return false;
  return isOwn(actor, deed, place) || actor.roles.some((held) => roleGives(held, deed, place));
}

/** Throws the refusal `shared.forbidden` unless somebody may do a deed in a place. */
export function permit(actor: Actor, deed: Deed, place: Place): void {
  if (mayDo(actor, deed, place)) return;
  throw refuse(actor.kind === 'visitor' ? 'shared.signed-out' : 'shared.forbidden');
}

/** Whether there is any place where somebody may do a deed: what menus and lists ask. The rows themselves are asked one by one. */
export function maySomewhere(actor: Actor, deed: Deed): boolean {
  if (actor.kind !== 'account') return actor.kind === 'installation';
  if (!actor.mayWrite && !isReading(deed)) return false;
  return actor.roles.some(
    (held) =>
      rightsOf(held.role).overTerritory.includes(deed) ||
      (held.organisationId !== null && rightsOf(held.role).withinOrganisation.includes(deed)) ||
      (held.structureId !== null && rightsOf(held.role).withinStructure.includes(deed)),
  );
}

/** Throws unless there is any place where somebody may do a deed. */
export function permitSomewhere(actor: Actor, deed: Deed): void {
  if (maySomewhere(actor, deed)) return;
  throw refuse(actor.kind === 'visitor' ? 'shared.signed-out' : 'shared.forbidden');
}

/** The deeds that somebody may do in a place, for the screen. */
export function abilitiesIn(actor: Actor, place: Place): Deed[] {
  return deeds.filter((deed) => mayDo(actor, deed, place));
}

/** The deeds that somebody may do somewhere, for the menus. */
export function abilitiesSomewhere(actor: Actor): Deed[] {
  return deeds.filter((deed) => maySomewhere(actor, deed));
}

// Everybody sees and corrects what is held about them, sees their own account, and what they did themselves.
function isOwn(actor: AccountActor, deed: Deed, place: Place): boolean {
  const isSelf = place.personId === actor.personId;
  const isOwnAccount = place.accountId === actor.accountId;
  return (
    (isSelf && (deed === 'see-private-contacts' || deed === 'edit-person')) ||
    (isOwnAccount && (deed === 'see-accounts' || deed === 'read-audit'))
  );
}

function roleGives(held: HeldRole, deed: Deed, place: Place): boolean {
  const rights = rightsOf(held.role);
  if (deed === 'manage-installation') return rights.overTerritory.includes(deed);
  if (!isUnder(held, place.territoryId)) return false;
  return (
    rights.overTerritory.includes(deed) ||
    (isSame(held.organisationId, place.organisationId) && rights.withinOrganisation.includes(deed)) ||
    (isSame(held.structureId, place.structureId) && rights.withinStructure.includes(deed))
  );
}

function isUnder(held: HeldRole, territoryId: number | null | undefined): boolean {
  return typeof territoryId === 'number' && held.territoryId <= territoryId && territoryId <= held.lastId;
}

function isSame(heldId: string | null, placeId: string | null | undefined): boolean {
  return heldId !== null && heldId === placeId;
}

/** A role as it would be held. */
export type RoleGrant = {
  readonly role: Role;
  readonly territoryId: number;
  readonly organisationId: string | null;
  readonly structureId: string | null;
};

/**
 * Whether somebody may grant a role, or end it: who manages accounts wherever the role reaches, and holds there at least all that it gives.
 * Nobody can make of another, or of themselves by way of another, what they are not.
 */
export function mayGrant(actor: Actor, grant: RoleGrant): boolean {
  const { territoryId, organisationId, structureId } = grant;
  const rights = rightsOf(grant.role);
  const mayAll = (given: readonly Deed[], place: Place) =>
    given.length === 0 ||
    (mayDo(actor, 'manage-accounts', place) && given.every((deed) => mayDo(actor, deed, place)));
  return (
    mayAll(rights.overTerritory, { territoryId }) &&
    mayAll(rights.withinOrganisation, { territoryId, organisationId }) &&
    mayAll(rights.withinStructure, { territoryId, structureId })
  );
}

/** What is known of an account when somebody wants to act on it. */
export type AccountInQuestion = {
  readonly accountId: string;
  readonly territoryId: number;
  readonly organisationId: string | null;
  readonly roles: readonly RoleGrant[];
};

/**
 * Whether somebody may do a deed to another's account: in its place, and never to somebody who stands above them,
 * that is, who holds a role that they could not grant. Nor to themselves: nobody suspends or promotes the own account.
 */
export function mayActOnAccount(
  actor: Actor,
  deed: 'manage-accounts' | 'invite' | 'reset-access' | 'erase',
  account: AccountInQuestion,
): boolean {
  if (actor.kind === 'account' && actor.accountId === account.accountId) return false;
  const { territoryId, organisationId } = account;
  return (
    mayDo(actor, deed, { territoryId, organisationId }) &&
    account.roles.every((grant) => mayGrant(actor, grant))
  );
}
