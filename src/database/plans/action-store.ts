import type { Insertable } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';
import type { WrittenAction } from '#domain/plans/action.ts';
import type { Progress } from '#domain/plans/progress.ts';
import { deletionOf, type Deletion } from './plan-store.ts';

/** Where an action stands: its plan and the territory of its plan. */
export type ActionHome = { readonly id: string; readonly planId: string; readonly territoryId: number };

export type NewAction = ActionHome & {
  readonly title: string;
  readonly programmeId: string | null;
  readonly position: number;
  readonly copiedFromId?: string | null;
  readonly example?: boolean;
};

export async function insertAction(tx: Transaction, action: NewAction): Promise<void> {
  await tx
    .insertInto('plan_action')
    .values({
      id: action.id,
      plan_id: action.planId,
      territory_id: action.territoryId,
      programme_id: action.programmeId,
      title: action.title,
      position: action.position,
      copied_from_id: action.copiedFromId ?? null,
      example: action.example ?? false,
    })
    .execute();
}

/** Saves what is written of an action that is still at the version that was edited; false when it is not. */
export async function saveAction(
  tx: Transaction,
  at: ActionHome & { readonly version: number },
  action: WrittenAction,
  on: string,
  newId: () => string,
): Promise<boolean> {
  const result = await tx
    .updateTable('plan_action')
    .set({ ...columnsOf(action, on), version: at.version + 1 })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) return false;
  await saveParts(tx, at, action, on, newId);
  return true;
}

function columnsOf(action: WrittenAction, on: string) {
  return {
    programme_id: action.programmeId,
    title: action.title,
    description: action.description,
    period_from: action.periodFrom,
    period_to: action.periodTo,
    need_id: action.needId,
    no_need_reason: action.noNeedReason,
    no_line_reason: action.noLineReason,
    violence: action.violence,
    prevention_level: action.preventionLevel,
    prevention_types: [...action.preventionTypes],
    inspire: [...action.inspire],
    ecological_levels: [...action.ecologicalLevels],
    target_groups: [...action.targetGroups],
    target_words: action.targetWords,
    target_size: action.targetSize,
    target_women: action.targetWomen,
    target_youth: action.targetYouth,
    target_indigenous: action.targetIndigenous,
    target_source: action.targetSource,
    responsible_organisation_id: action.responsibleOrganisationId,
    responsible_structure_id: action.responsibleStructureId,
    responsible_office: action.responsibleOffice,
    uses_mediation: action.usesMediation,
    budget_total: action.budgetTotal,
    budget_currency: action.budgetCurrency,
    harm_check: action.harm === null ? null : JSON.stringify(action.harm),
    harm_checked_on: action.harm === null ? null : on,
    poa_code: action.poaCode,
  } satisfies Partial<Insertable<DB['plan_action']>>;
}

const parts = [
  'plan_action_place',
  'plan_action_line',
  'plan_action_partner',
  'plan_output',
  'plan_budget',
] as const;

// What belongs to an action is few and written as a whole. A line keeps the day since when it is aligned.
async function saveParts(
  tx: Transaction,
  at: ActionHome,
  action: WrittenAction,
  on: string,
  newId: () => string,
): Promise<void> {
  const aligned = await tx
    .selectFrom('plan_action_line')
    .selectAll()
    .where('action_id', '=', at.id)
    .execute();
  const since = new Map(aligned.map((line) => [line.thread_id, line.aligned_on]));
  for (const table of parts) await tx.deleteFrom(table).where('action_id', '=', at.id).execute();
  const common = { action_id: at.id, territory_id: at.territoryId };
  const insert = async (table: (typeof parts)[number], rows: readonly object[]) => {
    if (rows.length > 0)
      await tx
        .insertInto(table)
        .values(rows as never)
        .execute();
  };
  const places = action.placeIds.map((place) => ({ ...common, place_id: place }));
  await insert('plan_action_place', places);
  const lines = action.lineIds.map((id) => ({ ...common, thread_id: id, aligned_on: since.get(id) ?? on }));
  await insert('plan_action_line', lines);
  const partners = action.partners.map(({ organisationId, contribution }) => ({
    ...common,
    organisation_id: organisationId,
    contribution,
  }));
  await insert('plan_action_partner', partners);
  const outputs = action.outputs.map((output, position) => ({ ...common, id: newId(), ...output, position }));
  await insert('plan_output', outputs);
  await insert(
    'plan_budget',
    action.budget.map((line, position) => ({
      position,
      ...common,
      id: newId(),
      year: line.year,
      source_kind: line.sourceKind,
      source_organisation_id: line.sourceOrganisationId,
      source_words: line.sourceWords,
      kind: line.kind,
      currency: line.currency,
      amount: line.amount,
    })),
  );
}

/** Says how far an action has got, at the version that was seen; false when somebody was faster. */
export async function saveProgress(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
  { standing, reason, on }: Progress,
): Promise<boolean> {
  const result = await tx
    .updateTable('plan_action')
    .set({ standing, standing_reason: reason, standing_on: on, version: at.version + 1 })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Removes an action at the version that was seen, unless something outside the plan names it. */
export async function deleteActionRow(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
): Promise<Deletion> {
  return deletionOf(async () => {
    const result = await tx
      .deleteFrom('plan_action')
      .where('id', '=', at.id)
      .where('version', '=', at.version)
      .executeTakeFirst();
    return result.numDeletedRows === 1n;
  });
}
