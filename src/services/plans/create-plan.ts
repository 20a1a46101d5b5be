import type { plansOperations } from '#contract/plans/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findOrganisation } from '#database/actors/organisation-views.ts';
import { findPlaces } from '#database/actors/place-views.ts';
import { findStructure } from '#database/actors/structure-views.ts';
import { inScope } from '#database/connection.ts';
import { insertPlan } from '#database/plans/plan-store.ts';
import type { OrganisationKind } from '#domain/actors/vocabulary.ts';
import { kindOfPlan } from '#domain/plans/plan.ts';
import { permitEditPlan } from '#domain/plans/permissions.ts';
import { standingAfter } from '#domain/plans/plan-standing.ts';
import { refuse } from '#domain/plans/refusals.ts';
import { getPlace } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { todayOf } from '../today.ts';
import { columnsOfHead, readPlanBody } from './plan-body.ts';
import { foldedOf, keepPlanAct, openPlan, recordPlan } from './plan-deed.ts';

type Operation = typeof plansOperations.createPlan;
type Body = InputOf<Operation>['body'];

export async function createPlan(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const { body } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const owner = await findOwner(tx, body);
    const place = body.territory === undefined ? owner.place : await getPlace(tx, body.territory);
    if (place.id < owner.place.id || owner.place.lastId < place.id)
      throw refuse('plans.owner-not-found', { field: 'territory' });
    const holder = {
      territoryId: place.id,
      organisationId: body.organisationId,
      structureId: body.structureId,
    };
    permitEditPlan(context.actor, holder);
    const head = await readPlanBody(tx, body, place.country);
    const on = await todayOf(tx, context, place.id);
    const id = newId();
    await insertPlan(tx, {
      id,
      country: place.country,
      territory_id: place.id,
      organisation_id: body.organisationId,
      structure_id: body.structureId,
      kind: kindOfPlan(owner.kind),
      standing: standingAfter(null, 'drafted'),
      standing_on: on,
      folded: await foldedOf(tx, { ...holder, title: head.title }),
      ...columnsOfHead(head),
    });
    const plan = await openPlan(tx, { id });
    await keepPlanAct(tx, context, plan, { operation: 'createPlan', act: 'drafted', on });
    await recordPlan(tx, context, 'createPlan', { before: null, after: plan });
    return { id, version: plan.version };
  });
}

/** Whose plan it will be: one organisation or one structure that stands. */
async function findOwner(tx: Transaction, { organisationId, structureId }: Body) {
  if ((organisationId === null) === (structureId === null))
    throw refuse('plans.owner-not-found', { field: 'owner' });
  const organisation = organisationId === null ? undefined : await findOrganisation(tx, organisationId);
  const structure = structureId === null ? undefined : await findStructure(tx, structureId);
  const owner = organisation ?? structure;
  if (owner?.standing !== 'active') throw refuse('plans.owner-not-found', { field: 'owner' });
  const place = (await findPlaces(tx, [owner.territory_id])).get(owner.territory_id);
  if (!place) throw refuse('plans.owner-not-found', { field: 'owner' });
  const kind = organisation ? (organisation.kind as OrganisationKind) : ('structure' as const);
  return { place, kind };
}
