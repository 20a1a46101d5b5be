import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { planningOperations } from '#contract/planning/index.ts';
import { inScope } from '#database/connection.ts';
import { findHelpOf, findSteps } from '#database/planning/path-store.ts';
import { listDueAhead, listPathNeeds, listPathPlans } from '#database/planning/path-views.ts';
import { mayFollowPath, mayWalkPath } from '#domain/planning/permissions.ts';
import { checklistOf, reachedIn, type Session } from '#domain/planning/sessions.ts';
import { lookUp } from '../actors/look-up.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { factsOf, getPath } from './path-deed.ts';

type Operation = typeof planningOperations.getPlanningPath;

/** A path with all its sessions, each checklist ticked by what the register holds now. */
export async function getPlanningPath(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const path = await getPath(tx, context, input.pathId);
    const today = await todayOf(tx, context, path.territoryId);
    const steps = await findSteps(tx, path.id);
    const { facts, territory, chosen } = await factsOf(tx, path, steps, today);
    const help = await findHelpOf(tx, path.id);
    const names = await lookUp(tx, context, {
      territories: [path.territoryId],
      organisations: [path.organisationId],
    });
    return {
      id: path.id,
      organisation: names.organisation(path.organisationId),
      territory: names.place(path.territoryId),
      openedOn: path.openedOn,
      closedOn: path.closedOn,
      reached: reachedIn(steps),
      today,
      steps: steps.map(({ answers, ...step }) => ({
        ...step,
        notes: answers.notes,
        checklist: [...checklistOf(step.step, facts, answers.ticked)],
      })),
      needs: [...(await listPathNeeds(tx, territory, chosen))],
      plans: await listPathPlans(tx, path.organisationId, path.territoryId),
      dueAhead: [...(await listDueAhead(tx, path.organisationId, today))],
      help: help.map((row) => ({
        id: row.id,
        step: row.step as Session,
        question: row.question,
        askedOn: row.asked_on,
        answer: row.answer,
        answeredOn: row.answered_on,
        version: row.version,
      })),
      mayWalk: mayWalkPath(context.actor, path) && path.closedOn === null,
      mayAnswer: mayFollowPath(context.actor, path.territoryId),
      example: path.example,
    };
  });
}
