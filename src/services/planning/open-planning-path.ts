import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { planningOperations } from '#contract/planning/index.ts';
import { findOrganisation } from '#database/actors/organisation-views.ts';
import { inScope } from '#database/connection.ts';
import { findOpenPath, insertPath } from '#database/planning/path-store.ts';
import { permitWalkPath } from '#domain/planning/permissions.ts';
import { refuse } from '#domain/planning/refusals.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { todayOf } from '../today.ts';
import { recordPath } from './path-deed.ts';

type Operation = typeof planningOperations.openPlanningPath;

/** Begins the path for a municipality that is not walking one. */
export async function openPlanningPath(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const organisation = await findOrganisation(tx, input.body.organisationId);
    if (!organisation || organisation.standing !== 'active')
      throw refuse('planning.organisation-not-found', { field: 'organisationId' });
    const holding = { territoryId: organisation.territory_id, organisationId: organisation.id };
    permitWalkPath(context.actor, holding);
    if (organisation.kind !== 'municipality')
      throw refuse('planning.not-a-municipality', { field: 'organisationId' });
    if (await findOpenPath(tx, organisation.id)) throw refuse('planning.path-open');
    const openedOn = await todayOf(tx, context, holding.territoryId);
    const path = {
      id: newId(),
      country: organisation.country,
      ...holding,
      openedOn,
      closedOn: null,
      example: false,
    };
    await insertPath(tx, path);
    await recordPath(tx, context, path, {
      operation: 'openPlanningPath',
      before: null,
      after: { openedOn, step: 1 },
    });
    return { id: path.id };
  });
}
