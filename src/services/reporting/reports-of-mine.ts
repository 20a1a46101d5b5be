import { findSteps, listOpenReports, type ReportRow } from '#database/reporting/report-views.ts';
import type { Actor } from '#domain/access/actor.ts';
import { mayDecide, mayFill, type ReportPlace } from '#domain/reporting/permissions.ts';
import { isFillable } from '#domain/reporting/report-standing.ts';
import type { Context, Transaction } from '../context.ts';
import { myParties } from '../ledger/my-parties.ts';

export type MyReport = { readonly report: ReportRow; readonly isToReview: boolean };

const most = 2000;

/**
 * The open reports that wait for somebody: theirs to fill in, or theirs to decide on. Whoever may do it for others because they
 * coordinate above them is not told of each: only of what is asked of the very place or party for which they hold a role.
 */
export async function reportsOfMine(tx: Transaction, context: Context, today: string): Promise<MyReport[]> {
  const { actor } = context;
  if (actor.kind !== 'account') return [];
  const parties = new Set(await myParties(tx, context));
  const territories = [...new Set(actor.roles.map(({ territoryId }) => territoryId))];
  const reports = await listOpenReports(tx, today, { territories, holders: [...parties] }, most);
  const waiting = reports.filter(({ standing }) => standing === 'sent' || standing === 'approved');
  const steps = Map.groupBy(
    await findSteps(
      tx,
      waiting.map(({ id }) => id),
    ),
    ({ reportId }) => reportId,
  );
  return reports.flatMap((report): MyReport[] => {
    if (isFillable(report.standing))
      return mayFill(actor, report) && isOwn(actor, parties, report) ? [{ report, isToReview: false }] : [];
    const next = (steps.get(report.id) ?? []).filter(({ number }) => number === report.step + 1);
    const mine = next.filter((place) => isOwn(actor, parties, place));
    return mayDecide(actor, mine) ? [{ report, isToReview: true }] : [];
  });
}

function isOwn(actor: Actor, parties: ReadonlySet<string>, place: ReportPlace): boolean {
  const holder = place.organisationId ?? place.structureId;
  if (holder !== null) return parties.has(holder);
  return actor.kind === 'account' && actor.roles.some(({ territoryId }) => territoryId === place.territoryId);
}
