import type { Actor } from '#domain/access/actor.ts';
import { isRole, rightsOf } from '#domain/access/roles.ts';

type Held = {
  readonly role: string;
  readonly organisationId: string | null;
  readonly structureId?: string | null;
};

/** Ids of the organisations and structures for which somebody acts by the roles they hold. */
export function heldParties(actor: Actor): string[] {
  return actor.kind === 'account' ? heldPartiesOf(actor.roles) : [];
}

/** Ids of the organisations and structures for which these roles act. */
export function heldPartiesOf(roles: readonly Held[]): string[] {
  const ids = roles.flatMap(({ role, organisationId, structureId = null }) => {
    if (!isRole(role)) return [];
    const { overTerritory, withinOrganisation, withinStructure } = rightsOf(role);
    const acts = [overTerritory, withinOrganisation, withinStructure].some((deeds) =>
      (deeds as readonly string[]).includes('act-for-party'),
    );
    return acts ? [organisationId, structureId].filter((id) => id !== null) : [];
  });
  return [...new Set(ids)];
}
