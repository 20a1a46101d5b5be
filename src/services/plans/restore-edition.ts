import { findPlace } from '#database/actors/place-views.ts';
import { deleteActionRow, insertAction, saveAction } from '#database/plans/action-store.ts';
import {
  findProgrammes,
  loadActions,
  loadContent,
  type LoadedAction,
} from '#database/plans/content-views.ts';
import { findThreads } from '#database/plans/orphan-views.ts';
import type { PlanRow } from '#database/plans/plan-columns.ts';
import { deleteProgrammeRow, insertProgramme, updateProgrammeRow } from '#database/plans/plan-store.ts';
import { findStandingFor, findStructuresLeft } from '#database/plans/restore-views.ts';
import { differenceOf } from '#domain/plans/difference.ts';
import type { ActionContent, PlanContent } from '#domain/plans/plan-content.ts';
import { refuse } from '#domain/plans/refusals.ts';
import { writtenBackOf, type Found } from '#domain/plans/restore.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { todayOf } from '../today.ts';
import { auditedAction, freeTextOfTrail } from './action-deed.ts';
import { recordPart } from './plan-deed.ts';

/** What an amendment came to: what it added goes, what it removed comes back, what it changed says what the edition says. */
export async function restoreEdition(
  tx: Transaction,
  context: Context,
  plan: PlanRow,
  edition: PlanContent,
): Promise<void> {
  const difference = differenceOf(edition, await loadContent(tx, plan));
  await restoreProgrammes(tx, plan, edition, difference);
  const live = new Map((await loadActions(tx, { planId: plan.id })).map((one) => [one.content.id, one]));
  const { added, removed, changed } = difference.actions;
  const wanted = new Set([...removed, ...changed].map(({ id }) => id));
  const back = edition.actions.filter(({ id }) => wanted.has(id));
  const found = await findNamed(tx, plan, back);
  const on = await todayOf(tx, context, plan.territoryId);
  for (const [index, action] of edition.actions.entries()) {
    if (!wanted.has(action.id)) continue;
    const before = live.get(action.id);
    const at = { id: action.id, planId: plan.id, territoryId: plan.territoryId };
    const { title, programmeId } = action;
    if (!before) await insertAction(tx, { ...at, title, programmeId, position: index });
    const version = before?.version ?? 1;
    await saveAction(tx, { ...at, version }, writtenBackOf(action, found), on, newId);
    const [after] = await loadActions(tx, { actionId: action.id });
    await recordAction(tx, context, plan, { id: action.id, before, after });
  }
  for (const { id } of added) {
    const before = live.get(id);
    if (!before) continue;
    const deletion = await deleteActionRow(tx, { id, version: before.version });
    if (deletion !== 'deleted') throw refuse('plans.has-consequences');
    await recordAction(tx, context, plan, { id, before, after: undefined });
  }
  const own = await findProgrammes(tx, plan.id);
  const gone = new Set(difference.programmes.added.map(({ id }) => id));
  for (const programme of own.filter(({ id }) => gone.has(id))) await deleteProgrammeRow(tx, programme);
}

async function restoreProgrammes(
  tx: Transaction,
  plan: PlanRow,
  edition: PlanContent,
  { programmes }: ReturnType<typeof differenceOf>,
): Promise<void> {
  const own = new Map((await findProgrammes(tx, plan.id)).map((one) => [one.id, one]));
  const wanted = new Set([...programmes.removed, ...programmes.changed].map(({ id }) => id));
  for (const [position, { id, title, objective }] of edition.programmes.entries()) {
    if (!wanted.has(id)) continue;
    const before = own.get(id);
    if (before) await updateProgrammeRow(tx, before, { title, objective });
    else {
      const row = { id, plan_id: plan.id, territory_id: plan.territoryId, title, objective, position };
      await insertProgramme(tx, row);
    }
  }
}

async function findNamed(tx: Transaction, plan: PlanRow, actions: readonly ActionContent[]): Promise<Found> {
  const organisationIds = actions.flatMap((action) => [
    ...(action.responsibleOrganisation ? [action.responsibleOrganisation.id] : []),
    ...action.partners.map(({ organisation }) => organisation.id),
    ...action.budget.flatMap(({ sourceOrganisation }) => sourceOrganisation?.id ?? []),
  ]);
  const references = new Set(actions.flatMap(({ places }) => places.map(({ reference }) => reference)));
  const places = new Map<string, number>();
  for (const reference of references) {
    const place = await findPlace(tx, reference);
    if (place) places.set(reference, place.id);
  }
  const needIds = actions.flatMap(({ need }) => need?.id ?? []);
  const structureIds = actions.flatMap(({ responsibleStructure }) => responsibleStructure?.id ?? []);
  const lineIds = actions.flatMap(({ lines }) => lines.map(({ id }) => id));
  const organisations = await findStandingFor(tx, 'organisation', organisationIds);
  const needs = await findStandingFor(tx, 'need', needIds);
  const structures = await findStructuresLeft(tx, structureIds);
  const lines = new Set((await findThreads(tx, plan.country, lineIds)).map(({ id }) => id));
  return {
    place: (reference) => places.get(reference) ?? null,
    organisation: (id) => organisations.get(id) ?? null,
    need: (id) => needs.get(id) ?? null,
    structure: (id) => (structures.has(id) ? id : null),
    line: (id) => (lines.has(id) ? id : null),
  };
}

async function recordAction(
  tx: Transaction,
  context: Context,
  plan: PlanRow,
  {
    id,
    before,
    after,
  }: {
    readonly id: string;
    readonly before: LoadedAction | undefined;
    readonly after: LoadedAction | undefined;
  },
): Promise<void> {
  await recordPart(tx, context, plan, {
    operation: 'abandonPlanAmendment',
    kind: 'plan-action',
    id,
    before: before ? auditedAction(before) : null,
    after: after ? auditedAction(after) : null,
    freeText: freeTextOfTrail,
  });
}
