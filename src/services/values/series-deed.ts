import { findSeries, type FullSeries } from '#database/values/series-views.ts';
import { permitEditSeries } from '#domain/values/permissions.ts';
import { refuse } from '#domain/values/refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';

/** The series that somebody means, or the refusal that there is none for them. */
export async function getSeriesRow(tx: Transaction, id: number): Promise<FullSeries> {
  const series = await findSeries(tx, id);
  if (!series) throw refuse('values.series-not-found');
  return series;
}

/** The series that somebody may change, in the version that they saw. */
export async function openSeries(
  tx: Transaction,
  context: Context,
  at: { readonly id: number; readonly version?: number },
): Promise<FullSeries> {
  const series = await getSeriesRow(tx, at.id);
  permitEditSeries(context.actor, series);
  if (at.version !== undefined && at.version !== series.version)
    throw refuseShared('shared.stale', { current: series });
  return series;
}

type Change = {
  readonly operation: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly freeText?: readonly string[];
};

/** Writes down what was done to a series. */
export async function recordSeries(
  tx: Transaction,
  context: Context,
  series: Pick<FullSeries, 'id' | 'territoryId' | 'organisationId'>,
  change: Change,
): Promise<void> {
  await record(tx, context, {
    ...change,
    subjectKind: 'series',
    subjectId: String(series.id),
    territoryId: series.territoryId,
    organisationId: series.organisationId,
  });
}
