import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { planningOperations } from '#contract/planning/index.ts';
import { inScope } from '#database/connection.ts';
import { listProgress } from '#database/planning/path-views.ts';
import { maySomewhere, permitSomewhere } from '#domain/access/permissions.ts';
import { mayFollowPath, maySeePath, mayWalkPath } from '#domain/planning/permissions.ts';
import { getPlace, lookUp } from '../actors/look-up.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';

type Operation = typeof planningOperations.listPlanningProgress;

/** Every municipality of a territory, as far as the caller follows or walks its path. */
export async function listPlanningProgress(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { actor } = context;
  if (!maySomewhere(actor, 'review-plan')) permitSomewhere(actor, 'edit-plan');
  return inScope(context.database, actor.scope, async (tx) => {
    const place = await getPlace(tx, input.territory);
    const today = await todayOf(tx, context, place.id);
    const rows = await listProgress(tx, { low: place.id, high: place.lastId }, today);
    const seen = rows.filter((row) => maySeePath(actor, row));
    const names = await lookUp(tx, context, { territories: seen.map((row) => row.territoryId) });
    return {
      items: seen.map((row) => ({
        organisation: { id: row.organisationId, name: row.organisation },
        territory: names.place(row.territoryId),
        above: row.above,
        pathId: row.pathId,
        step: row.step,
        isFinished: row.closedOn !== null,
        since: row.since,
        days: row.days,
        obstacle: row.obstacle,
        obstacleSince: row.obstacleSince,
        openHelp: row.openHelp,
        helpAskedOn: row.helpAskedOn,
        helpStep: row.helpStep,
        question: row.question,
        mayWalk: mayWalkPath(actor, row),
        example: row.example ?? false,
      })),
      mayFollow: mayFollowPath(actor, place.id),
    };
  });
}
