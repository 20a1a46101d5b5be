import { findThreads } from '#database/plans/orphan-views.ts';
import { findNeedForPlan, findOfCountry } from '#database/plans/choice-views.ts';
import type { PlanRow } from '#database/plans/plan-columns.ts';
import { findPlaces } from '#database/actors/place-views.ts';
import { findProgramme } from '#database/plans/plan-views.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { freeTextOfActions, refuseContradictions, type WrittenAction } from '#domain/plans/action.ts';
import { refuse } from '#domain/plans/refusals.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { getPlace } from '../actors/look-up.ts';
import type { Transaction } from '../context.ts';

type Body = Omit<WrittenAction, 'placeIds'> & {
  readonly places: readonly string[];
  readonly confirmText: boolean;
};

/** What was written of an action, once its contradictions, its texts and all that it names have been looked at. */
export async function readActionBody(
  tx: Transaction,
  body: Body,
  plan: PlanRow,
  before: { readonly needId: string | null },
): Promise<WrittenAction> {
  const { places, confirmText, ...rest } = body;
  const written: WrittenAction = { ...rest, placeIds: [], lineIds: [...new Set(rest.lineIds)] };
  refuseContradictions(written, plan);
  refusePersonalText(textsOf(written), confirmText);
  const span = await spanOfPlan(tx, plan);
  const placeIds: number[] = [];
  const problems: Problem[] = [];
  for (const reference of new Set(places)) {
    const place = await getPlace(tx, reference);
    if (place.id < span.low || span.high < place.id)
      problems.push({ code: 'plans.place-outside', field: 'places', values: { name: place.name } });
    placeIds.push(place.id);
  }
  problems.push(...(await problemsOfNeed(tx, written, span, before.needId)));
  if (problems.length > 0) throw refuse('plans.incomplete', { problems });
  await refuseUnknown(tx, written, plan);
  return { ...written, placeIds };
}

function textsOf(action: WrittenAction) {
  const measures = Object.values(action.harm ?? {}).map((answer) => answer?.measure ?? '');
  return {
    ...Object.fromEntries(freeTextOfActions.map((field) => [field, action[field]])),
    harm: measures.join(' '),
    partners: action.partners.map((partner) => partner.contribution ?? '').join(' '),
    outputs: action.outputs.map((output) => output.title).join(' '),
    budget: action.budget.map((line) => line.sourceWords ?? '').join(' '),
  };
}

/** The territories in which a plan may act: its own and all below it. */
export async function spanOfPlan(tx: Transaction, plan: Pick<PlanRow, 'territoryId'>) {
  const place = (await findPlaces(tx, [plan.territoryId])).get(plan.territoryId);
  return { low: plan.territoryId, high: place?.lastId ?? plan.territoryId };
}

// A need that was met since stays named by the action that answered it; a new one has to be current.
async function problemsOfNeed(
  tx: Transaction,
  { needId }: WrittenAction,
  span: { readonly low: number; readonly high: number },
  before: string | null,
): Promise<Problem[]> {
  if (needId === null || needId === before) return [];
  const need = await findNeedForPlan(tx, needId, span);
  if (!need) return [{ code: 'plans.need-elsewhere', field: 'needId' }];
  return need.standing === 'current' ? [] : [{ code: 'plans.need-not-current', field: 'needId' }];
}

async function refuseUnknown(tx: Transaction, action: WrittenAction, plan: PlanRow): Promise<void> {
  const { programmeId, responsibleOrganisationId, responsibleStructureId } = action;
  if (programmeId !== null) await getProgrammeOf(tx, programmeId, plan.id);
  const given = (ids: readonly (string | null)[]) => ids.filter((id) => id !== null);
  const organisations = [
    ['responsible', given([responsibleOrganisationId])],
    ['partners', action.partners.map((partner) => partner.organisationId)],
    ['budget', given(action.budget.map((line) => line.sourceOrganisationId))],
  ] as const;
  const known = await findOfCountry(
    tx,
    'organisation',
    plan.country,
    organisations.flatMap(([, ids]) => [...ids]),
  );
  for (const [field, ids] of organisations)
    if (ids.some((id) => !known.has(id))) throw refuse('plans.named-not-found', { field });
  const structures = given([responsibleStructureId]);
  const knownStructures = await findOfCountry(tx, 'structure', plan.country, structures);
  if (structures.some((id) => !knownStructures.has(id)))
    throw refuse('plans.named-not-found', { field: 'responsible' });
  const threads = new Set((await findThreads(tx, plan.country, action.lineIds)).map(({ id }) => id));
  if (action.lineIds.some((id) => !threads.has(id)))
    throw refuse('plans.named-not-found', { field: 'lines' });
}

/** A programme of a plan, or the refusal that there is none. */
export async function getProgrammeOf(tx: Transaction, id: string, planId: string) {
  const programme = await findProgramme(tx, id);
  if (programme?.plan_id !== planId) throw refuse('plans.programme-not-found', { field: 'programmeId' });
  return programme;
}
