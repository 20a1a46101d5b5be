import {
  findHolders,
  findPartyNames,
  listDueCases,
  listWordingCases,
  type CasePage,
  type DueCase,
} from '#database/compliance/case-views.ts';
import type { ComplianceFilter } from '#database/compliance/counted-dues.ts';
import {
  findAnsweredNeeds,
  findPlanActions,
  findSessions,
  findTargets,
} from '#database/compliance/figure-views.ts';
import type { CountedAs, IndicatorCode } from '#domain/compliance/indicators.ts';
import { vagueBelow } from '#domain/compliance/vague-commitments.ts';
import type { Transaction } from '../context.ts';
import { plain, type Case } from './compliance-case.ts';
import { cooperationCases } from './cooperation-cases.ts';

/** What was counted for a figure, one page of it. */
export async function casesOf(
  tx: Transaction,
  code: IndicatorCode,
  filter: ComplianceFilter,
  page: CasePage,
): Promise<Case[]> {
  switch (code) {
    case 'C2':
    case 'C3':
    case 'C19':
      return dueCases(tx, filter, code, page);
    case 'C4':
      return wordingCases(tx, filter, page);
    case 'C1':
      return pageOf(await targetCases(tx, filter), page);
    case 'C5':
      return pageOf(await sessionCases(tx, filter), page);
    case 'C11':
      return pageOf(await actionCases(tx, filter), page);
    case 'C12':
      return pageOf(await needCases(tx, filter), page);
    default:
      return pageOf(await cooperationCases(tx, code, filter), page);
  }
}

// Few enough to be read at once, in the order of the database.
function pageOf(cases: readonly Omit<Case, 'key'>[], { after, limit }: CasePage): Case[] {
  const at = after === null ? 0 : cases.findIndex(({ id }) => id === after.id) + 1;
  return cases.slice(at, at + limit).map((one) => ({ ...one, key: one.id }));
}

async function dueCases(
  tx: Transaction,
  filter: ComplianceFilter,
  code: 'C2' | 'C3' | 'C19',
  page: CasePage,
): Promise<Case[]> {
  const rows = await listDueCases(tx, filter, code, page);
  const lost = rows.filter(({ days_lost, is_told: isTold }) => isTold && days_lost > 0).map(({ id }) => id);
  const holders = await findHolders(tx, filter, lost);
  const names = await findPartyNames(
    tx,
    holders.map(({ holder_id }) => holder_id),
  );
  return rows.map((row) => ({
    ...plain,
    id: row.id,
    kind: 'commitment',
    subject: row.commitment_id,
    title: row.what,
    example: row.example,
    territoryId: row.where_id,
    on: row.due_on,
    counted: countedAs(code, row),
    why: code === 'C19' ? `review-${row.first_review ?? 'waiting'}` : row.outcome,
    weight: code === 'C2' ? row.weight : 1,
    // What is not published is not told by its days either.
    daysLate: row.is_told ? row.days_late : 0,
    daysLost: row.is_told ? Math.min(row.days_lost, row.days_late) : 0,
    heldBy: holders
      .filter(({ instance_id }) => instance_id === row.id)
      .map(({ holder_id, days }) => ({ id: holder_id, name: names.get(holder_id) ?? '', days })),
    key: row.due_on,
  }));
}

function countedAs(code: 'C2' | 'C3' | 'C19', { outcome, first_review }: DueCase): CountedAs {
  if (code === 'C19') return first_review === 'accepted' ? 'numerator' : 'denominator';
  if (code === 'C3' || outcome === 'kept') return 'numerator';
  return outcome === 'late' || outcome === 'overdue' || outcome === 'breached' ? 'denominator' : 'outside';
}

async function wordingCases(tx: Transaction, filter: ComplianceFilter, page: CasePage): Promise<Case[]> {
  const rows = await listWordingCases(tx, filter, page);
  return rows.map((row) => ({
    ...plain,
    id: row.id,
    kind: 'commitment',
    subject: row.id,
    title: row.what,
    example: row.example,
    territoryId: row.where_id,
    on: row.due_on,
    counted: row.quality < vagueBelow ? 'numerator' : 'denominator',
    why: row.quality < vagueBelow ? 'vague' : 'clear',
    key: String(row.quality),
  }));
}

async function targetCases(tx: Transaction, filter: ComplianceFilter) {
  const rows = await findTargets(tx, filter);
  return rows.map((row) => ({
    ...plain,
    id: String(row.territory_id),
    kind: 'territory' as const,
    subject: String(row.territory_id),
    title: row.name,
    territoryId: row.territory_id,
    counted: row.has_agreement ? ('numerator' as const) : ('denominator' as const),
    why: row.has_agreement ? 'covered' : 'not-covered',
    weight: row.people ?? 0,
  }));
}

async function sessionCases(tx: Transaction, filter: ComplianceFilter) {
  const rows = await findSessions(tx, filter);
  return rows.map((row) => {
    const hasQuorum = row.present !== null && row.present >= row.quorum;
    return {
      ...plain,
      id: row.id,
      kind: 'session' as const,
      subject: row.agreement_id,
      title: row.title,
      territoryId: row.territory_id,
      on: row.called_on,
      counted: hasQuorum ? ('numerator' as const) : ('denominator' as const),
      why: hasQuorum ? 'quorum' : row.present === null ? 'not-held' : 'no-quorum',
    };
  });
}

async function actionCases(tx: Transaction, filter: ComplianceFilter) {
  const rows = await findPlanActions(tx, filter);
  return rows.map((row) => ({
    ...plain,
    id: row.id,
    kind: 'action' as const,
    subject: row.plan_id,
    title: row.title,
    territoryId: row.territory_id,
    counted: row.lines.length > 0 ? ('numerator' as const) : ('denominator' as const),
    why: row.lines.length > 0 ? 'aligned' : 'not-aligned',
    budget: row.budget,
  }));
}

async function needCases(tx: Transaction, filter: ComplianceFilter) {
  const rows = await findAnsweredNeeds(tx, filter);
  return rows.map((row) => ({
    ...plain,
    id: row.id,
    kind: 'need' as const,
    subject: row.id,
    title: row.problem,
    territoryId: row.territory_id,
    counted: row.funded > 0 ? ('numerator' as const) : ('denominator' as const),
    why: row.funded > 0 ? 'funded' : row.actions > 0 ? 'not-funded' : 'no-action',
  }));
}
