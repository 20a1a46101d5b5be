import type { Actor } from '#domain/access/actor.ts';
import { rightsOf } from '#domain/access/roles.ts';

/** Ids of the organisations and structures for which somebody acts by the roles they hold. */
export function heldParties(actor: Actor): string[] {
  if (actor.kind !== 'account') return [];
  const ids = actor.roles.flatMap(({ role, organisationId, structureId }) => {
    const { overTerritory, withinOrganisation, withinStructure } = rightsOf(role);
    const acts = [overTerritory, withinOrganisation, withinStructure].some((deeds) =>
      (deeds as readonly string[]).includes('act-for-party'),
    );
    return acts ? [organisationId, structureId].filter((id) => id !== null) : [];
  });
  return [...new Set(ids)];
}
