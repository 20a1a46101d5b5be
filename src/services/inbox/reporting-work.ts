import type { Work, WorkKind } from '#domain/inbox/work.ts';
import type { Context, Transaction } from '../context.ts';
import { reportsOfMine, type MyReport } from '../reporting/reports-of-mine.ts';

/** From so many on, the reports of one cycle that wait for a decision are one thing to do. */
const together = 4;

/** The reports that somebody has to fill in or to decide on. */
export async function reportingWork(tx: Transaction, context: Context, today: string): Promise<Work[]> {
  const mine = await reportsOfMine(tx, context, today);
  const toReview = Map.groupBy(
    mine.filter(({ isToReview }) => isToReview),
    ({ report }) => report.cycleId,
  );
  return [
    ...mine.filter(({ isToReview }) => !isToReview).map(({ report }) => workOf(fillingOf(report), report)),
    ...[...toReview.values()].flatMap((reports) => reviewsOf(reports)),
  ];
}

function fillingOf({ standing }: MyReport['report']): WorkKind {
  return standing === 'returned' || standing === 'reopened' ? 'mend-report' : 'report';
}

function reviewsOf(reports: readonly MyReport[]): Work[] {
  const [first] = reports;
  if (!first || reports.length < together)
    return reports.map(({ report }) => workOf('review-report', report));
  const { cycleId, askedBy } = first.report;
  const one = workOf('review-report', first.report);
  return [
    {
      ...one,
      subject: 'report-cycle',
      subjectId: cycleId,
      partId: cycleId,
      count: reports.length,
      territoryId: askedBy,
    },
  ];
}

function workOf(kind: WorkKind, report: MyReport['report']): Work {
  return {
    kind,
    subject: 'report',
    subjectId: report.id,
    withinId: null,
    partId: report.id,
    title: report.title,
    onDay: kind === 'review-report' ? null : report.dueOn,
    mark: null,
    count: 1,
    territoryId: report.territoryId,
    isPublic: false,
    example: report.example,
  };
}
