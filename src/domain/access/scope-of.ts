import { intersectRanges, uniteRanges, type NumberRange } from '#domain/shared/ranges.ts';
import type { HeldRole } from './actor.ts';
import { deeds, isReading, type Deed } from './deeds.ts';
import { rightsOf, roles, type Role } from './roles.ts';
import { everywhere, type Reach, type Scope, type ScopedDeed } from './scope.ts';

type Who = { readonly accountId: string; readonly personId: string; readonly mayWrite: boolean };

/**
 * What the database is told of somebody's roles: for each deed the territories it reaches, whole or within one organisation or structure.
 * The same rule as mayDo and mayGrant, turned round; a property test holds the two and the database together.
 */
export function scopeOf(who: Who, held: readonly HeldRole[]): Scope {
  const reach: Partial<Record<ScopedDeed, Reach>> = {};
  for (const deed of deeds) {
    if (!who.mayWrite && !isReading(deed)) continue;
    const found = reachOf(deed, held);
    if (!isNowhere(found)) reach[deed] = found;
  }
  for (const role of roles) {
    const found = grantReachOf(role, reach);
    if (!isNowhere(found)) reach[`grant-${role}`] = found;
  }
  return { accountId: who.accountId, personId: who.personId, reach };
}

function reachOf(deed: Deed, held: readonly HeldRole[]): Reach {
  const ranges: NumberRange[] = [];
  const within: Record<string, NumberRange[]> = {};
  // The one deed without a place: whoever holds it anywhere holds it.
  if (deed === 'manage-installation') {
    return {
      ranges: held.some((one) => rightsOf(one.role).overTerritory.includes(deed)) ? everywhere : [],
      within,
    };
  }
  for (const one of held) {
    const rights = rightsOf(one.role);
    const range = { low: one.territoryId, high: one.lastId };
    if (rights.overTerritory.includes(deed)) ranges.push(range);
    if (one.organisationId && rights.withinOrganisation.includes(deed))
      (within[one.organisationId] ??= []).push(range);
    if (one.structureId && rights.withinStructure.includes(deed))
      (within[one.structureId] ??= []).push(range);
  }
  return {
    ranges: uniteRanges(ranges),
    within: Object.fromEntries(Object.entries(within).map(([id, list]) => [id, uniteRanges(list)])),
  };
}

// A role may be granted as far as every deed it is made of reaches, and the managing of accounts with them.
function grantReachOf(role: Role, reach: Partial<Record<ScopedDeed, Reach>>): Reach {
  const rights = rightsOf(role);
  const over = withManaging(rights.overTerritory);
  const bounded = [...withManaging(rights.withinOrganisation), ...withManaging(rights.withinStructure)];
  const whole = (deed: Deed) => reach[deed]?.ranges ?? [];
  const wholeOrWithin = (deed: Deed, id: string) =>
    uniteRanges([...whole(deed), ...(reach[deed]?.within[id] ?? [])]);
  const reachWithin = (id: string) =>
    intersectAll([...over.map(whole), ...bounded.map((deed) => wholeOrWithin(deed, id))]);
  const ids = new Set(bounded.flatMap((deed) => Object.keys(reach[deed]?.within ?? {})));
  return {
    ranges: intersectAll([...over, ...bounded].map(whole)),
    within: Object.fromEntries(
      [...ids].map((id) => [id, reachWithin(id)] as const).filter(([, ranges]) => ranges.length > 0),
    ),
  };
}

function withManaging(given: readonly Deed[]): readonly Deed[] {
  return given.length === 0 ? [] : ['manage-accounts', ...given];
}

function intersectAll(lists: readonly (readonly NumberRange[])[]): readonly NumberRange[] {
  return lists.reduce(intersectRanges);
}

function isNowhere(reach: Reach): boolean {
  return reach.ranges.length === 0 && Object.keys(reach.within).length === 0;
}
