import type { Transaction } from '#database/connection.ts';
import { findPlace, type FoundPlace } from '#database/access/account-views.ts';
import { findHolders } from '#database/access/holder-views.ts';
import { mayGrant, type RoleGrant } from '#domain/access/permissions.ts';
import { refuse } from '#domain/access/refusals.ts';
import { rightsOf, type Role } from '#domain/access/roles.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import type { Context } from '../context.ts';

export type WishedRole = {
  readonly role: Role;
  readonly territory: string;
  readonly organisationId: string | null;
  readonly structureId: string | null;
  readonly validFrom?: string | undefined;
  readonly validTo?: string | null | undefined;
};

export type PlacedRole = {
  readonly grant: RoleGrant;
  readonly validFrom: string;
  readonly validTo: string | null;
};

/** The territory of a reference, or a refusal that names it. */
export async function getPlace(tx: Transaction, reference: string, now: Date): Promise<FoundPlace> {
  const place = await findPlace(tx, reference, now);
  if (!place) throw refuse('access.place-not-found', { values: { reference } });
  return place;
}

/**
 * A role as it would be held: its territory, organisation and structure exist and fit, its term makes sense, and the
 * caller may give it.
 */
export async function placeRole(tx: Transaction, context: Context, wish: WishedRole): Promise<PlacedRole> {
  const place = await getPlace(tx, wish.territory, context.now);
  const { role, organisationId, structureId } = wish;
  const validFrom = wish.validFrom ?? place.today;
  const validTo = wish.validTo ?? null;
  const problems: Problem[] = [];
  const { needs } = rightsOf(role);
  if (needs === 'organisation' && organisationId === null) {
    problems.push({ code: 'access.role-needs-organisation', field: 'organisationId' });
  }
  if (needs === 'structure' && structureId === null)
    problems.push({ code: 'access.role-needs-structure', field: 'structureId' });
  if (validTo !== null && validTo <= validFrom)
    problems.push({ code: 'access.term-ends-first', field: 'validTo' });
  const holders = await findHolders(tx, { organisationId, structureId });
  if (organisationId !== null && !holders.organisation) {
    problems.push({ code: 'access.no-such-organisation', field: 'organisationId' });
  }
  if (structureId !== null && holders.structureTerritoryId !== place.territoryId) {
    problems.push({ code: 'access.structure-elsewhere', field: 'structureId' });
  }
  if (problems.length > 0) throw refuseShared('shared.invalid', { problems });
  const grant = { role, territoryId: place.territoryId, organisationId, structureId };
  if (!mayGrant(context.actor, grant)) throw refuse('access.role-not-yours', { values: { role } });
  return { grant, validFrom, validTo };
}
