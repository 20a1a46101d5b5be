import type { PlanRow } from '#database/plans/plan-columns.ts';
import { findEditionContent } from '#database/plans/plan-views.ts';
import { findStructureNames } from '#database/diagnosis/need-views.ts';
import { maySeeInWork } from '#domain/plans/permissions.ts';
import { isReadAsItStands } from '#domain/plans/plan-standing.ts';
import type { Lack } from '#domain/plans/submission.ts';
import type { PlanContent } from '#domain/plans/plan-content.ts';
import { say } from '#words/index.ts';
import { lookUp } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';

/** The names that plans speak of: places, organisations, structures. */
export async function lookUpForPlans(tx: Transaction, context: Context, plans: readonly PlanRow[]) {
  const names = await lookUp(tx, context, {
    territories: plans.map((plan) => plan.territoryId),
    organisations: plans.map((plan) => plan.organisationId),
  });
  const structures = await findStructureNames(
    tx,
    plans.map((plan) => plan.structureId),
  );
  return {
    place: (id: number) => names.place(id),
    owner({ organisationId, structureId }: PlanRow) {
      if (organisationId !== null)
        return { ...names.organisation(organisationId), kind: 'organisation' as const };
      const id = structureId ?? '';
      return { id, name: structures.get(id)?.name ?? '', kind: 'structure' as const };
    },
  };
}

export type PlanNames = Awaited<ReturnType<typeof lookUpForPlans>>;

/** Whether somebody reads a plan's last edition instead of what is being written. */
export function readsLastEdition(context: Context, plan: PlanRow): boolean {
  return !isReadAsItStands(plan.standing) && plan.edition > 0 && !maySeeInWork(context.actor, plan);
}

/** A plan as whoever asks may read it: to others an amendment that is being written shows nothing of itself. */
export async function asReadBy(
  tx: Transaction,
  context: Context,
  plan: PlanRow,
): Promise<{ plan: PlanRow; edition: PlanContent | null }> {
  if (!readsLastEdition(context, plan)) return { plan, edition: null };
  const edition = await findEditionContent(tx, plan.id, plan.edition);
  if (!edition) throw new Error(`plan ${plan.id} has no edition ${plan.edition}`);
  return { plan: readAs(plan, edition), edition };
}

/** The head of a plan as an edition has it. */
export function readAs(plan: PlanRow, edition: PlanContent): PlanRow {
  const { title, summary, periodFrom, periodTo } = edition;
  const standing = 'approved' as const;
  const head = { title, summary, periodFrom, periodTo, standing, standingReason: null, standingOn: null };
  return { ...plan, ...head };
}

/** A plan in a line of a list. */
export function showPlan(plan: PlanRow, names: PlanNames) {
  return {
    id: plan.id,
    title: plan.title,
    kind: plan.kind,
    territory: names.place(plan.territoryId),
    owner: names.owner(plan),
    periodFrom: plan.periodFrom,
    periodTo: plan.periodTo,
    standing: plan.standing,
    standingOn: plan.standingOn,
    edition: plan.edition,
    example: plan.example,
  };
}

/** What a plan lacks, in words. */
export function showLacks(context: Context, lacks: readonly Lack[]) {
  return lacks.map((lack) => ({
    ...lack,
    message: say.dynamic(context.language, `problem.${lack.code}`, { action: lack.action?.title ?? '' }),
  }));
}

type RemarkRow = {
  readonly id: string;
  readonly action_id: string | null;
  readonly field: string | null;
  readonly body: string;
  readonly standing: string;
  readonly answer: string | null;
  readonly created_at: Date;
  readonly version: number;
};

/** A remark with the name of the action that it is about. */
export function showRemark(row: RemarkRow, titles: ReadonlyMap<string, string>) {
  return {
    id: row.id,
    action: row.action_id === null ? null : { id: row.action_id, title: titles.get(row.action_id) ?? '' },
    field: row.field,
    body: row.body,
    standing: row.standing as 'open',
    answer: row.answer,
    at: row.created_at.toISOString(),
    version: row.version,
  };
}
