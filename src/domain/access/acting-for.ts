import type { Actor } from './actor.ts';
import { mayDo, permit } from './permissions.ts';
import { rightsOf } from './roles.ts';

/** Who can owe, be owed, verify or sign: an organisation or a structure, with the territory it belongs to. */
export type Party = {
  readonly kind: 'organisation' | 'structure';
  readonly id: string;
  readonly territoryId: number;
};

function placeOf(party: Party) {
  const { id, territoryId } = party;
  return party.kind === 'organisation'
    ? { territoryId, organisationId: id }
    : { territoryId, structureId: id };
}

/** Whether somebody may do in a party's name what parties do: for their own, or for whoever has no account where they coordinate. */
export function mayActFor(actor: Actor, party: Party): boolean {
  return mayDo(actor, 'act-for-party', placeOf(party));
}

/** Throws unless somebody may act for a party. */
export function permitActFor(actor: Actor, party: Party): void {
  permit(actor, 'act-for-party', placeOf(party));
}

/**
 * Whether somebody belongs to a party: holds, within it, a role that acts for parties.
 * Coordinating a territory lets one write things down for others there; it makes one nobody's representative.
 */
export function represents(actor: Actor, party: Party): boolean {
  if (actor.kind !== 'account') return false;
  return actor.roles.some((held) => {
    const rights = rightsOf(held.role);
    const acts = [rights.overTerritory, rights.withinOrganisation, rights.withinStructure].some((deeds) =>
      deeds.includes('act-for-party'),
    );
    const heldId = party.kind === 'organisation' ? held.organisationId : held.structureId;
    return (
      acts && heldId === party.id && held.territoryId <= party.territoryId && party.territoryId <= held.lastId
    );
  });
}

/**
 * Whether somebody is of the side of a party: represents it, or an organisation above or below it.
 * @param sameSide ids of the party and of all that it belongs to or that belong to it
 */
export function isOfSide(actor: Actor, sameSide: ReadonlySet<string>): boolean {
  return (
    actor.kind === 'account' &&
    actor.roles.some(
      ({ organisationId, structureId }) =>
        (organisationId !== null && sameSide.has(organisationId)) ||
        (structureId !== null && sameSide.has(structureId)),
    )
  );
}
