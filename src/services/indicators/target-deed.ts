import { findTarget, type TargetRow } from '#database/indicators/target-views.ts';
import { permitSetTarget } from '#domain/indicators/permissions.ts';
import { refuse } from '#domain/indicators/refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';

/** Reads a target for a change, if the caller may change it and nobody else has since the version they saw. */
export async function openTarget(
  tx: Transaction,
  context: Context,
  at: { readonly targetId: string; readonly version: number },
): Promise<TargetRow> {
  const target = await findTarget(tx, at.targetId);
  if (!target) throw refuse('indicators.target-not-found');
  permitSetTarget(context.actor, target.territoryId);
  if (at.version !== target.version) throw staleTarget(target);
  return target;
}

export function staleTarget(target: TargetRow) {
  return refuseShared('shared.stale', { current: target });
}

/** Writes a deed done to a target down. */
export async function recordTarget(
  tx: Transaction,
  context: Context,
  operation: string,
  rows: { readonly before: TargetRow | null; readonly after: TargetRow | null },
): Promise<void> {
  const target = rows.after ?? rows.before;
  if (!target) return;
  await record(tx, context, {
    operation,
    subjectKind: 'indicator-target',
    subjectId: target.id,
    territoryId: target.territoryId,
    organisationId: null,
    before: rows.before && audited(rows.before),
    after: rows.after && audited(rows.after),
    freeText: ['source', 'note'],
  });
}

const audited = ({ indicator, kind, year, group, value, source, note }: TargetRow) => ({
  indicator: indicator.code,
  kind,
  year,
  group: { ...group },
  value,
  source,
  note,
});
