import { listDueWork, type DueRow } from '#database/inbox/due-work-views.ts';
import {
  listHelpWork,
  listPlanWork,
  listStrategyWork,
  type PlanWorkRow,
} from '#database/inbox/plan-work-views.ts';
import { findOwedTogether } from '#database/ledger/ledger-views.ts';
import type { Actor } from '#domain/access/actor.ts';
import { maySomewhere } from '#domain/access/permissions.ts';
import { daysAhead } from '#domain/inbox/reminder-stages.ts';
import { workOfDue, type DueSide } from '#domain/inbox/work-of-due.ts';
import { inOrder, type Work, type WorkSubject } from '#domain/inbox/work.ts';
import { addCalendarDays } from '#domain/shared/calendar.ts';
import type { Context, Transaction } from '../context.ts';
import { myParties } from '../ledger/my-parties.ts';
import { todayOf } from '../today.ts';
import { agreementWork } from './agreement-work.ts';
import { reportingWork } from './reporting-work.ts';

type Person = Extract<Actor, { kind: 'account' }>;

/** As much as one page of the list shows, and as is read of each kind where nobody asks for more. */
export const pageOfWork = 200;

/** What one person has to do today, in order: worked out from how things stand, in their own scope, never stored. */
export async function workOf(
  tx: Transaction,
  context: Context & { readonly actor: Person },
  /** How much is read of each kind of due date; what is first in the whole is among the first of its kind. */
  most = pageOfWork,
): Promise<{ today: string; work: Work[]; isCut: boolean }> {
  const { actor } = context;
  const today = await todayOf(tx, context, actor.roles[0]?.territoryId ?? null);
  const mine = await myParties(tx, context);
  const due = await dueWork(tx, actor, mine, { today, most });
  const work = [
    ...due.work,
    ...(await agreementWork(tx, mine, today)),
    ...(await listPlanWork(tx, mine)).map(workOfRow),
    ...(maySomewhere(actor, 'review-plan') ? await listHelpWork(tx) : []).map(workOfRow),
    ...(await listStrategyWork(tx, mine, actor.accountId)).map(workOfRow),
    ...(await reportingWork(tx, context, today)),
  ];
  return { today, work: inOrder(work), isCut: due.isCut };
}

async function dueWork(
  tx: Transaction,
  actor: Person,
  mine: readonly string[],
  { today, most }: { readonly today: string; readonly most: number },
) {
  const sides: DueSide[] = ['owe', 'verify'];
  if (maySomewhere(actor, 'oversee-agreement')) sides.push('oversee');
  const owedTogether = await findOwedTogether(tx, mine);
  const until = addCalendarDays(today, daysAhead);
  const work: Work[] = [];
  let isCut = false;
  for (const side of sides) {
    const rows = await listDueWork(tx, { side, mine, owedTogether, until, today, limit: most + 1 });
    isCut ||= rows.length > most;
    work.push(...rows.slice(0, most).flatMap((row) => workOfDueRow(row, side, today)));
  }
  return { work, isCut };
}

function workOfDueRow(row: DueRow, side: DueSide, today: string): Work[] {
  const due = {
    commitment: row.commitment,
    standing: row.standing,
    dueOn: row.due_on,
    pausedFrom: row.paused_from,
    verifyBy: row.verify_by,
    noticedOn: row.noticed_on,
    cureBy: row.cure_by,
    curedOn: row.cured_on,
    breachedOn: row.breached_on,
    repliedOn: row.replied_on,
    isWithinAgreement: row.agreement_id !== null,
  };
  const asked = workOfDue(due, side, today);
  if (asked === null) return [];
  return [
    {
      ...asked,
      subject: 'commitment',
      subjectId: row.commitment_id,
      withinId: null,
      // A proposal is agreed once, however often it falls due.
      partId: asked.kind === 'agree' ? row.commitment_id : row.id,
      title: row.what,
      mark: null,
      count: 1,
      territoryId: row.territory_id,
      isPublic: row.is_public,
      example: row.example,
    },
  ];
}

const subjects: Readonly<Partial<Record<PlanWorkRow['kind'], WorkSubject>>> = {
  'answer-help': 'path',
  'remark-on-strategy': 'strategy',
  'answer-strategy-remarks': 'strategy',
};

/** A plan, a path or a strategy that waits, as a thing to do. */
export function workOfRow(row: PlanWorkRow): Work {
  return {
    kind: row.kind,
    subject: subjects[row.kind] ?? 'plan',
    subjectId: row.id,
    withinId: row.within_id,
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
