import {
  findFollowedAgreements,
  listActionsOf,
  listAgreementsOf,
  listDraftsOf,
  listPathsOf,
  type Office,
} from '#database/actors/open-work-views.ts';
import type { Somewhere } from '#database/territories/day-views.ts';
import { findAuthorities } from '#database/commitments/party-views.ts';
import { listPlanWork } from '#database/inbox/plan-work-views.ts';
import type { LedgerFilter } from '#database/ledger/ledger-filter-sql.ts';
import { countLedgerLines, findOwedTogether, listLedgerLines } from '#database/ledger/ledger-views.ts';
import { heldPartiesOf } from '#domain/commitments/held-parties.ts';
import type { LedgerSide } from '#domain/commitments/next-action.ts';
import { briefDaysAhead, briefEndsWithin, pathOfDraft } from '#domain/actors/open-work.ts';
import { inOrder } from '#domain/inbox/work.ts';
import { addCalendarDays } from '#domain/shared/calendar.ts';
import type { Context, Transaction } from '../context.ts';
import { agreementWork } from '../inbox/agreement-work.ts';
import { pathOf } from '../inbox/path-of.ts';
import { workOfRow } from '../inbox/work-of.ts';
import { showLedger } from '../ledger/show-ledger.ts';
import { daysAt } from '../today.ts';
import type { StoredBrief } from './stored-brief.ts';

/** Nobody reads a longer list on paper; how much there is beyond it is said. */
const most = 100;
const mostCounted = 1000;

/** Whose work a handover is about: the organisations and structures in which offices, seats and roles pass. */
export async function officeOf(
  tx: Transaction,
  brief: StoredBrief,
  organisationId: string | null,
): Promise<Office> {
  const coordinated = brief.roles
    .filter(({ role }) => role === 'municipal-coordinator')
    .map(({ territoryId }) => territoryId);
  const parties = [
    ...brief.posts.map((post) => post.organisationId),
    ...brief.seats.map((seat) => seat.structureId ?? null),
    ...heldPartiesOf(brief.roles),
    ...(await findAuthorities(tx, coordinated)),
    organisationId,
  ].filter((id) => id !== null);
  return { parties: [...new Set(parties)], territories: [...new Set(coordinated)] };
}

/** What is open in an office today, what waits, what is being written, what ends: as far as the reader sees it. */
export async function workOfOffice(
  tx: Transaction,
  context: Context,
  office: Office,
  { today, where }: { readonly today: string; readonly where: Somewhere },
) {
  const agreements = await listAgreementsOf(tx, office, addCalendarDays(today, briefEndsWithin));
  const drafts = await listDraftsOf(tx, office);
  const dayOf = await daysAt(tx, where);
  const waiting = [
    ...(await agreementWork(tx, office.parties, today)),
    ...(await listPlanWork(tx, office.parties)).filter(({ kind }) => kind !== 'review-plan').map(workOfRow),
  ];
  return {
    today,
    until: addCalendarDays(today, briefDaysAhead),
    commitments: await commitmentsOf(tx, context, office, today),
    waiting: inOrder(waiting).map((one) => ({
      kind: one.kind,
      title: one.title,
      onDay: one.onDay,
      count: one.count,
      path: pathOf(one),
    })),
    agreements,
    drafts: drafts.map(({ kind, id, withinId, title, standing, since }) => ({
      kind,
      id,
      title,
      standing,
      since: dayOf(since),
      path: pathOfDraft({ kind, id, withinId }),
    })),
    actions: await listActionsOf(tx, office, addCalendarDays(today, briefDaysAhead)),
    paths: await listPathsOf(tx, office),
  };
}

async function commitmentsOf(tx: Transaction, context: Context, office: Office, today: string) {
  const followed = await findFollowedAgreements(tx, office);
  const owedTogether = await findOwedTogether(tx, office.parties);
  const base = { mine: office.parties, owedTogether, within: null, today };
  return {
    owe: await sideOf(tx, context, { ...base, side: 'owe', state: 'open' }),
    owed: await sideOf(tx, context, { ...base, side: 'owed', state: 'open' }),
    verify: await sideOf(tx, context, { ...base, side: 'verify', state: 'delivered' }),
    oversee: await sideOf(tx, context, { ...base, side: 'oversee', state: 'open', agreementIds: followed }),
  };
}

/** What is late and what falls due in the days ahead, the earliest first; what comes later is only counted. */
async function sideOf(
  tx: Transaction,
  context: Context,
  filter: LedgerFilter & { readonly side: LedgerSide },
) {
  const until = addCalendarDays(filter.today, briefDaysAhead);
  const isAll = filter.side === 'verify';
  const near = isAll ? filter : { ...filter, to: until };
  const lines = await listLedgerLines(tx, near, { after: null, limit: most });
  const [open = 0, late = 0, soon = 0] = await countLedgerLines(
    tx,
    [filter, { ...filter, state: 'overdue' }, { ...filter, from: filter.today, to: until }],
    mostCounted,
  );
  return { rows: await showLedger(tx, context, lines, filter), open, late, soon };
}
