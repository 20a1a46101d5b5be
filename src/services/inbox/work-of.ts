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

type Person = Extract<Actor, { kind: 'account' }>;

/** Nobody works through more than this; what is beyond is found in the ledger. */
const most = 200;

/** What one person has to do today, in order: worked out from how things stand, in their own scope, never stored. */
export async function workOf(
  tx: Transaction,
  context: Context & { readonly actor: Person },
): Promise<{ today: string; work: Work[] }> {
  const { actor } = context;
  const today = await todayOf(tx, context, actor.roles[0]?.territoryId ?? null);
  const mine = await myParties(tx, context);
  const work = [
    ...(await dueWork(tx, actor, mine, today)),
    ...(await agreementWork(tx, mine, today)),
    ...(await listPlanWork(tx, mine)).map(workOfRow),
    ...(maySomewhere(actor, 'review-plan') ? await listHelpWork(tx) : []).map(workOfRow),
    ...(await listStrategyWork(tx, mine, actor.accountId)).map(workOfRow),
  ];
  return { today, work: inOrder(work) };
}

async function dueWork(tx: Transaction, actor: Person, mine: readonly string[], today: string) {
  const sides: DueSide[] = ['owe', 'verify'];
  if (maySomewhere(actor, 'oversee-agreement')) sides.push('oversee');
  const owedTogether = await findOwedTogether(tx, mine);
  const until = addCalendarDays(today, daysAhead);
  const work: Work[] = [];
  for (const side of sides) {
    const rows = await listDueWork(tx, { side, mine, owedTogether, until, today, limit: most });
    work.push(...rows.flatMap((row) => workOfDueRow(row, side, today)));
  }
  return work;
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
