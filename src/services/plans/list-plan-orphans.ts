import type { plansOperations } from '#contract/plans/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { findApprovedActions, findPressingNeeds, findStrategyLines } from '#database/plans/orphan-views.ts';
import { alignmentOf, needResponseOf, orphansOf } from '#domain/plans/orphans.ts';
import { getPlace, lookUp } from '../actors/look-up.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';

type Operation = typeof plansOperations.listPlanOrphans;

/** What stands alone in a territory, in both directions. Lines without action are told of a whole country only. */
export async function listPlanOrphans(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, input.territory);
    const within = { low: place.id, high: place.lastId };
    const on = await todayOf(tx, context, place.id);
    const [actions, needs, lines] = await Promise.all([
      findApprovedActions(tx, within, on),
      findPressingNeeds(tx, within),
      findStrategyLines(tx, place.country),
    ]);
    const needIds = needs.map(({ id }) => id);
    const lineIds = lines.map(({ id }) => id);
    const orphans = orphansOf(actions, needIds, lineIds);
    const alignment = alignmentOf(actions, lineIds);
    const isCountry = place.level === 0;
    const names = await lookUp(tx, context, {
      territories: [place.id, ...needs.map((need) => need.territory_id)],
    });
    const actionOf = (id: string) =>
      actions.filter((action) => action.id === id).map(({ title, plan }) => ({ id, title, plan }));
    return {
      territory: names.place(place.id),
      on,
      alignment: {
        ...alignment,
        budget: [...alignment.budget],
        lines: isCountry ? alignment.lines : null,
      },
      needResponse: needResponseOf(actions, needIds),
      actionsWithoutNeed: orphans.actionsWithoutNeed.flatMap(actionOf),
      actionsWithoutLine: orphans.actionsWithoutLine.flatMap(actionOf),
      needsWithoutAction: needs
        .filter(({ id }) => orphans.needsWithoutAction.includes(id))
        .map(({ id, problem, priority, territory_id: at }) => ({
          id,
          problem,
          priority: priority as 'high',
          territory: names.place(at),
        })),
      linesWithoutAction: isCountry
        ? lines
            .filter(({ id }) => orphans.linesWithoutAction.includes(id))
            .map(({ id, code, title, strategy }) => ({ id, code, title, strategy }))
        : [],
    };
  });
}
