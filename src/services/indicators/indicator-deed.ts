import type { IndicatorRow } from '#database/indicators/indicator-columns.ts';
import { updateIndicatorRow, type IndicatorChange } from '#database/indicators/indicator-store.ts';
import { findIndicator } from '#database/indicators/indicator-views.ts';
import { standingAfter, type IndicatorAct } from '#domain/indicators/indicator-standing.ts';
import { permitEditIndicator } from '#domain/indicators/permissions.ts';
import { refuse } from '#domain/indicators/refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { makeIndicatorsFindable } from './make-indicator-findable.ts';

/** The indicator of a code, as far as the caller may see it. @throws Refusal `indicators.not-found` */
export async function getIndicatorRow(tx: Transaction, code: string): Promise<IndicatorRow> {
  const indicator = await findIndicator(tx, code);
  if (!indicator) throw refuse('indicators.not-found');
  return indicator;
}

/** Reads an indicator for a change, if the caller may change it and nobody else has since the version they saw. */
export async function openIndicator(
  tx: Transaction,
  context: Context,
  at: { readonly code: string; readonly version: number },
): Promise<IndicatorRow> {
  const indicator = await getIndicatorRow(tx, at.code);
  permitEditIndicator(context.actor, indicator);
  if (at.version !== indicator.version) throw staleIndicator(indicator);
  return indicator;
}

/** Somebody else was faster: what stands now is shown beside what was written. */
export function staleIndicator(indicator: IndicatorRow) {
  return refuseShared('shared.stale', { current: indicator });
}

/** Saves a change where the version is still the one that was edited, makes it findable, and writes it down. */
export async function changeIndicator(
  tx: Transaction,
  context: Context,
  before: IndicatorRow,
  done: { readonly operation: string; readonly change: IndicatorChange; readonly reason?: string },
): Promise<{ code: string; version: number }> {
  if (!(await updateIndicatorRow(tx, before, { ...done.change, origin: 'person' })))
    throw staleIndicator(before);
  const after = await getIndicatorRow(tx, before.code);
  await makeIndicatorsFindable(tx, [after]);
  await recordIndicator(tx, context, done.operation, { before, after, reason: done.reason });
  return { code: after.code, version: after.version };
}

/** Does something to an indicator by which it stands differently. */
export async function actOnIndicator(
  tx: Transaction,
  context: Context,
  before: IndicatorRow,
  deed: { readonly operation: string; readonly act: IndicatorAct; readonly reason?: string },
): Promise<{ code: string; version: number }> {
  const standing = standingAfter(before.standing, deed.act);
  const change = { standing, standingReason: deed.reason ?? null };
  return changeIndicator(tx, context, before, { operation: deed.operation, change });
}

/** Writes a deed done to an indicator down. */
export async function recordIndicator(
  tx: Transaction,
  context: Context,
  operation: string,
  rows: {
    readonly before: IndicatorRow | null;
    readonly after: IndicatorRow | null;
    readonly reason?: string | undefined;
  },
): Promise<void> {
  const indicator = rows.after ?? rows.before;
  if (!indicator) return;
  const after = rows.after && audited(rows.after);
  await record(tx, context, {
    operation,
    subjectKind: 'indicator',
    subjectId: indicator.code,
    territoryId: indicator.territoryId ?? 0,
    organisationId: indicator.organisationId,
    before: rows.before && audited(rows.before),
    after: after && (rows.reason === undefined ? after : { ...after, reason: rows.reason }),
    freeText: ['title', 'titleEn', 'standingReason', 'reason'],
  });
}

function audited(indicator: IndicatorRow) {
  const {
    id: _,
    numeratorId: __,
    denominatorId: ___,
    wholeId: ____,
    version: _____,
    dimensions,
    ...said
  } = indicator;
  return {
    ...said,
    sdgCodes: [...said.sdgCodes],
    iccsCodes: [...said.iccsCodes],
    dimensions: dimensions.map(({ dimension }) => dimension),
  };
}
