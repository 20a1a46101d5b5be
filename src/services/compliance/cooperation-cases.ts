import {
  findActionPairs,
  findDueReports,
  findFreshness,
  findSeats,
} from '#database/compliance/cooperation-views.ts';
import type { ComplianceFilter } from '#database/compliance/counted-dues.ts';
import { findSessions } from '#database/compliance/figure-views.ts';
import type { IndicatorCode } from '#domain/compliance/indicators.ts';
import { voiceOf } from '#domain/compliance/participation.ts';
import type { Transaction } from '../context.ts';
import { plain, type Case } from './compliance-case.ts';

type Told = Omit<Case, 'key'>;

/** What was counted of how people work together: attendance, reports, pairs of actions, seats, and how soon figures were there. */
export async function cooperationCases(
  tx: Transaction,
  code: IndicatorCode,
  filter: ComplianceFilter,
): Promise<Told[]> {
  if (code === 'C6') return attendanceCases(tx, filter);
  if (code === 'C10') return reportCases(tx, filter);
  if (code === 'C15') return pairCases(tx, filter);
  return code === 'C18' ? seatCases(tx, filter) : freshnessCases(tx, filter);
}

async function attendanceCases(tx: Transaction, filter: ComplianceFilter): Promise<Told[]> {
  const rows = await findSessions(tx, filter);
  return rows.map((row) => ({
    ...plain,
    id: row.id,
    kind: 'session',
    subject: row.agreement_id,
    title: row.present === null ? row.title : `${row.title} (${row.present}/${row.seats})`,
    territoryId: row.territory_id,
    on: row.called_on,
    counted: row.present === null ? 'outside' : row.present > 0 ? 'numerator' : 'denominator',
    why: row.present === null ? 'not-held' : 'seats-taken',
    weight: row.seats,
  }));
}

async function reportCases(tx: Transaction, filter: ComplianceFilter): Promise<Told[]> {
  const rows = await findDueReports(tx, filter);
  return rows.map((row) => ({
    ...plain,
    id: row.id,
    kind: 'report',
    subject: row.id,
    title: [row.title, row.holder, `${row.filled}/${row.required}`].filter(Boolean).join(' · '),
    example: row.example,
    territoryId: row.territory_id,
    on: row.due_on,
    counted: row.was_in_time ? 'numerator' : 'denominator',
    why: row.was_in_time ? 'report-in-time' : row.was_sent ? 'report-late' : 'report-missing',
  }));
}

async function pairCases(tx: Transaction, filter: ComplianceFilter): Promise<Told[]> {
  const rows = await findActionPairs(tx, filter);
  return rows.map((row) => ({
    ...plain,
    id: row.id,
    kind: 'action',
    subject: row.plan_id,
    title: row.title,
    example: row.example,
    territoryId: row.territory_id,
    counted: row.is_linked ? 'denominator' : 'numerator',
    why: row.is_linked ? 'linked' : 'not-linked',
  }));
}

async function seatCases(tx: Transaction, filter: ComplianceFilter): Promise<Told[]> {
  const rows = await findSeats(tx, filter);
  return rows.map((row) => {
    const voice = voiceOf(row);
    return {
      ...plain,
      id: row.id,
      kind: 'structure',
      subject: row.structure_id,
      title: row.title,
      territoryId: row.territory_id,
      counted: voice === 'other' ? 'denominator' : 'numerator',
      why: `seat-${voice}`,
    };
  });
}

async function freshnessCases(tx: Transaction, filter: ComplianceFilter): Promise<Told[]> {
  const rows = await findFreshness(tx, filter);
  return rows.map((row) => ({
    ...plain,
    id: row.id,
    kind: 'series',
    subject: String(row.series_id),
    title: row.title,
    example: row.example,
    territoryId: row.territory_id,
    on: row.ended_on,
    counted: 'numerator',
    why: 'available',
    daysLate: row.days,
  }));
}
