import {
  findActionPairs,
  findDueReports,
  findFreshness,
  findSeats,
} from '#database/compliance/cooperation-views.ts';
import type { ComplianceFilter } from '#database/compliance/counted-dues.ts';
import { findAnsweredNeeds, findSessions, type NeedAnswerRow } from '#database/compliance/figure-views.ts';
import { attendance } from '#domain/compliance/attendance.ts';
import { duplication } from '#domain/compliance/duplication.ts';
import { needResponse } from '#domain/compliance/need-response.ts';
import { participation, voiceOf } from '#domain/compliance/participation.ts';
import { quorumRate } from '#domain/compliance/quorum-rate.ts';
import { reportTimeliness } from '#domain/compliance/report-timeliness.ts';
import type { Transaction } from '../context.ts';
import { figure, inDays, type Figure } from './told-figure.ts';

/** The figures of how people work together: sessions, reports, needs, actions that coincide, seats, and how soon figures are there. */
export async function cooperationFigures(tx: Transaction, filter: ComplianceFilter): Promise<Figure[]> {
  const [sessions, needs, due, met, seats, fresh] = await Promise.all([
    findSessions(tx, filter),
    findAnsweredNeeds(tx, filter),
    findDueReports(tx, filter),
    findActionPairs(tx, filter),
    findSeats(tx, filter),
    findFreshness(tx, filter),
  ]);
  const { answers, reports } = reportTimeliness(
    due.map(({ filled, required, was_in_time: wasInTime }) => ({ filled, required, wasInTime })),
  );
  const { gaps, pairs } = duplication(
    met.map(({ is_linked: isLinked }) => ({ isLinked })),
    needs,
  );
  return [
    figure('C5', quorumRate(sessions)),
    figure('C6', attendance(sessions)),
    figure('C10', reports),
    figure('C10', answers, 'filled'),
    figure('C12', needResponse(needs.map(actionsOf))),
    figure('C15', pairs),
    figure('C15', gaps, 'gaps'),
    figure('C18', participation(seats.map((seat) => ({ voice: voiceOf(seat) })))),
    inDays(
      'C20',
      fresh.map(({ days }) => days),
    ),
  ];
}

function actionsOf({ actions, funded }: NeedAnswerRow) {
  return {
    actions: [...repeated({ isFunded: true }, funded), ...repeated({ isFunded: false }, actions - funded)],
  };
}

function repeated<Value>(value: Value, count: number): Value[] {
  return Array.from({ length: count }, () => value);
}
