import type { diagnosisOperations } from '#contract/diagnosis/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { findNeed, findNeedActs, findNeedMerges } from '#database/diagnosis/need-views.ts';
import type { NeedField } from '#domain/diagnosis/need.ts';
import { possibleActs, type NeedAct } from '#domain/diagnosis/need-standing.ts';
import { mayEditNeed } from '#domain/diagnosis/permissions.ts';
import { refuse } from '#domain/diagnosis/refusals.ts';
import type { Context } from '../context.ts';
import { lookUpForNeeds, showNeed, type NeedNames } from './show-needs.ts';

type Operation = typeof diagnosisOperations.getNeed;
type Acts = Awaited<ReturnType<typeof findNeedActs>>;
type Merges = Awaited<ReturnType<typeof findNeedMerges>>;

export async function getNeed(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const need = await findNeed(tx, input.needId);
    if (!need) throw refuse('diagnosis.need-not-found');
    const acts = await findNeedActs(tx, need.id);
    const merges = await findNeedMerges(tx, need.id);
    const others = [...acts.map((act) => act.other_id), ...merges.map((merge) => merge.absorbed_id)];
    const names = await lookUpForNeeds(tx, context, [need], others);
    return {
      ...showNeed(need, names),
      detail: need.detail,
      ecologicalLevel: need.ecologicalLevel,
      factor: need.factor,
      factorEffect: need.factorEffect,
      sourceKind: need.sourceKind,
      sourceTitle: need.sourceTitle,
      sourceDate: need.sourceDate,
      sourceAddress: need.sourceAddress,
      structure: names.structure(need.structureId),
      organisation: names.optionalOrganisation(need.organisationId),
      office: need.office,
      priorityReason: need.priorityReason,
      standingReason: need.standingReason,
      mergedInto: names.need(need.mergedInto),
      merges: showMerges(merges, names),
      acts: showActs(acts, names),
      possible: possibleActs(need.standing),
      abilities: mayEditNeed(context.actor, need.territoryId) ? ['edit-need'] : [],
      version: need.version,
    };
  });
}

function showActs(acts: Acts, names: NeedNames) {
  return acts.map((act) => ({
    act: act.act as NeedAct,
    on: act.on_date,
    at: act.done_at.toISOString(),
    reason: act.reason,
    fields: act.fields as NeedField[],
    other: names.need(act.other_id),
  }));
}

function showMerges(merges: Merges, names: NeedNames) {
  return merges.flatMap((merge) => {
    const absorbed = names.need(merge.absorbed_id);
    return absorbed ? [{ id: merge.id, absorbed }] : [];
  });
}
