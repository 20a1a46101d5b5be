import { findAccount } from '#database/access/account-views.ts';
import { findView, type ViewRow } from '#database/analysis/view-store.ts';
import { mayChangeView, permitChangeView } from '#domain/analysis/permissions.ts';
import { refuse } from '#domain/analysis/refusals.ts';
import type { ViewAudience } from '#domain/analysis/view.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { lookUp } from '../actors/look-up.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';

/** @throws Refusal `analysis.view-not-found` */
export async function getView(tx: Transaction, id: string): Promise<ViewRow> {
  const view = await findView(tx, id);
  if (!view) throw refuse('analysis.view-not-found');
  return view;
}

/** Reads a view for a change, if the caller may change it and nobody else has since the version they saw. */
export async function openView(
  tx: Transaction,
  context: Context,
  at: { readonly view: string; readonly version: number },
): Promise<ViewRow> {
  const view = await getView(tx, at.view);
  permitChangeView(context.actor, view);
  if (view.version !== at.version) throw staleView(view);
  return view;
}

export function staleView(view: ViewRow) {
  return refuseShared('shared.stale', { current: view });
}

/**
 * With whose organisation a view is shared: that of whoever keeps it.
 * @throws Refusal `analysis.no-organisation` where there is none to share with
 */
export async function organisationToShare(
  tx: Transaction,
  accountId: string,
  audience: ViewAudience,
): Promise<string | null> {
  if (audience !== 'organisation') return null;
  const organisation = (await findAccount(tx, accountId))?.organisation ?? null;
  if (organisation === null) throw refuse('analysis.no-organisation', { field: 'audience' });
  return organisation.id;
}

/** Views as they are shown, with what the caller may do to each. */
export async function showViews(tx: Transaction, context: Context, rows: readonly ViewRow[]) {
  const names = await lookUp(tx, context, {
    territories: rows.map(({ territoryId }) => territoryId),
    organisations: rows.map(({ organisationId }) => organisationId),
  });
  const { actor } = context;
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    note: row.note,
    query: row.query,
    audience: row.audience,
    territory: names.place(row.territoryId),
    organisation: names.optionalOrganisation(row.organisationId),
    isOwn: actor.kind === 'account' && actor.accountId === row.accountId,
    mayChange: mayChangeView(actor, row),
    version: row.version,
  }));
}

/** Writes a deed done to a view down. */
export async function recordView(
  tx: Transaction,
  context: Context,
  operation: string,
  rows: { readonly before: ViewRow | null; readonly after: ViewRow | null },
): Promise<void> {
  const view = rows.after ?? rows.before;
  if (!view) return;
  await record(tx, context, {
    operation,
    subjectKind: 'saved-view',
    subjectId: view.id,
    territoryId: view.territoryId,
    organisationId: view.organisationId,
    before: rows.before && audited(rows.before),
    after: rows.after && audited(rows.after),
    freeText: ['title', 'note'],
  });
}

const audited = ({ title, note, query, audience }: ViewRow) => ({ title, note, query, audience });
