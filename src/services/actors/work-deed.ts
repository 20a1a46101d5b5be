import { findWork, type WorkRow } from '#database/actors/work-store.ts';
import { permitDescribeWork } from '#domain/actors/permissions.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { refuse } from '#domain/actors/refusals.ts';
import { refuseReversed } from '#domain/actors/terms.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { stale } from './organisation-deed.ts';

/** Reads what an organisation does for a change, if the caller may and nobody else has since. */
export async function openWork(
  tx: Transaction,
  context: Context,
  at: { readonly id: string; readonly version: number },
): Promise<WorkRow> {
  const row = await findWork(tx, at.id);
  if (!row) throw refuse('actors.work-not-found');
  permitDescribeWork(context.actor, { organisationId: row.organisation_id, territoryId: row.territory_id });
  if (at.version !== row.version) throw stale(row);
  return row;
}

type Written = {
  readonly function: string;
  readonly description: string | null;
  readonly targetGroup: string | null;
  readonly preventionLevel: string | null;
  readonly staff: number | null;
  readonly capacity: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly confirmText: boolean;
};

/** What was written, as the table holds it, once its dates and texts have been looked at. */
export function workColumns(body: Written) {
  refuseReversed({ from: body.validFrom, to: body.validTo });
  const { description, targetGroup, capacity } = body;
  refusePersonalText({ description, targetGroup, capacity }, body.confirmText);
  return {
    function: body.function,
    description,
    target_group: targetGroup,
    prevention_level: body.preventionLevel,
    staff: body.staff,
    capacity,
    valid_from: body.validFrom,
    valid_to: body.validTo,
  };
}

const audited = (row: WorkRow) => ({
  function: row.function,
  description: row.description,
  targetGroup: row.target_group,
  preventionLevel: row.prevention_level,
  staff: row.staff,
  capacity: row.capacity,
  validFrom: row.valid_from,
  validTo: row.valid_to,
});

export async function recordWork(
  tx: Transaction,
  context: Context,
  operation: string,
  rows: { readonly before: WorkRow | null; readonly after: WorkRow | null },
): Promise<void> {
  const row = rows.after ?? rows.before;
  if (!row) return;
  await record(tx, context, {
    operation,
    subjectKind: 'prevention-work',
    subjectId: row.id,
    territoryId: row.territory_id,
    organisationId: row.organisation_id,
    before: rows.before && audited(rows.before),
    after: rows.after && audited(rows.after),
    freeText: ['description', 'targetGroup', 'capacity'],
  });
}
