import {
  findTemplateContents,
  listAgreementsToWarnOf,
  listOpenBalances,
  listOpenClauseRemarks,
  listOpenNotices,
  listPartySteps,
  listUnconfirmedSignatures,
  type PartRow,
  type WarnedRow,
} from '#database/inbox/agreement-work-views.ts';
import { templateSchema } from '#domain/agreements/template-schema.ts';
import { agreementWarnings } from '#domain/agreements/warnings.ts';
import { stepOfParty, workOfWarning } from '#domain/inbox/work-of-agreement.ts';
import type { Work, WorkKind } from '#domain/inbox/work.ts';
import type { Transaction } from '../context.ts';

/** What the agreements of some parties ask of them. */
export async function agreementWork(
  tx: Transaction,
  mine: readonly string[],
  today: string,
): Promise<Work[]> {
  if (mine.length === 0) return [];
  const steps = await listPartySteps(tx, mine);
  const remarks = await listOpenClauseRemarks(tx, mine);
  const signatures = await listUnconfirmedSignatures(tx, mine);
  const notices = await listOpenNotices(tx, mine, today);
  const balances = await listOpenBalances(tx, mine);
  return [
    ...steps.flatMap((row) => {
      const kind = stepOfParty({
        standing: row.standing,
        isObserver: row.is_observer,
        hasConfirmed: row.has_confirmed,
        hasApproved: row.has_approved,
        hasSigned: row.has_signed,
      });
      return kind === null ? [] : [workOf(kind, { ...row, count: 1, on_day: null })];
    }),
    ...remarks.map((row) => workOf('answer-clause-remarks', row)),
    ...signatures.map((row) => workOf('confirm-signature', row)),
    ...notices.map((row) =>
      row.is_received
        ? workOf('answer-agreement-notice', row)
        : workOf('decide-notice', { ...row, on_day: null }),
    ),
    ...balances.map((row) => workOf('pay-balance', row)),
    ...(await warningWork(tx, await listAgreementsToWarnOf(tx, mine), today)),
  ];
}

async function warningWork(tx: Transaction, rows: readonly WarnedRow[], today: string): Promise<Work[]> {
  const contents = await findTemplateContents(
    tx,
    rows.map(({ template_id }) => template_id),
  );
  return rows.flatMap((row) => {
    const template = templateSchema.safeParse(contents.get(row.template_id));
    // An instrument of an earlier release that can no longer be read warns of nothing; the rest of the list stands.
    if (!template.success) return [];
    const facts = {
      standing: row.standing,
      endsOn: row.ends_on,
      renewsTacitly: row.renews_tacitly,
      reviewOn: row.review_on,
      cureBy: row.cure_by,
      settleBy: row.settle_by,
    };
    return agreementWarnings(facts, template.data, today).map((warning) => ({
      ...workOf(workOfWarning(warning), { ...row, part_id: row.id, count: 1, on_day: warning.onDay }),
      mark: warning.mark,
    }));
  });
}

function workOf(kind: WorkKind, row: PartRow): Work {
  return {
    kind,
    subject: 'agreement',
    subjectId: row.id,
    withinId: null,
    partId: row.part_id,
    title: row.title,
    onDay: row.on_day,
    mark: null,
    count: row.count,
    territoryId: row.territory_id,
    isPublic: row.is_public,
    example: row.example,
  };
}
