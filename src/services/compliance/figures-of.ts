import type { ComplianceFilter } from '#database/compliance/counted-dues.ts';
import {
  findAnsweredNeeds,
  findLines,
  findPlanActions,
  findSessions,
  findTargets,
  tallyDues,
  tallyWording,
  type DueTally,
} from '#database/compliance/figure-views.ts';
import { agreementCoverage } from '#domain/compliance/agreement-coverage.ts';
import { commitmentCompliance } from '#domain/compliance/commitment-compliance.ts';
import { evidenceQuality } from '#domain/compliance/evidence-quality.ts';
import type { IndicatorCode } from '#domain/compliance/indicators.ts';
import { needResponse } from '#domain/compliance/need-response.ts';
import { overdueAgeing } from '#domain/compliance/overdue-ageing.ts';
import { quorumRate } from '#domain/compliance/quorum-rate.ts';
import { valueOf, type Share } from '#domain/compliance/share.ts';
import { strategyAlignment } from '#domain/compliance/strategy-alignment.ts';
import { vagueCommitments } from '#domain/compliance/vague-commitments.ts';
import type { Transaction } from '../context.ts';

/** A figure with what it is made of. */
export type Figure = Share & {
  readonly code: IndicatorCode;
  readonly part: 'whole' | 'people' | 'lines';
  readonly value: number | null;
  readonly p90: number | null;
};

/** Every figure of the filter, and what pages show beside them. */
export async function figuresOf(tx: Transaction, filter: ComplianceFilter) {
  const { tallies, holders } = await tallyDues(tx, filter);
  const targets = await findTargets(tx, filter);
  const lines = await findLines(tx, filter.country);
  const compliance = complianceOf(tallies);
  const coverage = agreementCoverage(
    targets.map(({ has_agreement, people }) => ({ hasAgreement: has_agreement, people })),
  );
  const actions = await findPlanActions(tx, filter);
  const alignment = strategyAlignment(
    actions,
    lines.map(({ id }) => id),
  );
  const figures: Figure[] = [
    figure('C1', coverage.territories),
    figure('C1', coverage.people, 'people'),
    figure('C2', compliance),
    ageing(tallies),
    figure('C4', vagueCommitments(await tallyWording(tx, filter))),
    figure('C5', quorumRate(await findSessions(tx, filter))),
    figure('C11', alignment.actions),
    figure('C11', alignment.lines, 'lines'),
    figure('C12', needResponse(await needsOf(tx, filter))),
    figure(
      'C19',
      evidenceQuality(
        tallies.map((one) => ({
          firstReview: one.first_review,
          isWaiting: one.is_waiting,
          count: one.count,
        })),
      ),
    ),
  ];
  return { figures, compliance, tallies, holders, targets, lines };
}

function figure(code: IndicatorCode, share: Share, part: Figure['part'] = 'whole'): Figure {
  const { numerator, denominator } = share;
  return { code, part, numerator, denominator, value: valueOf(share), p90: null };
}

/** What many due dates come to. What is not published to whoever asks counts neither way. */
export function complianceOf(tallies: readonly DueTally[]) {
  const shown = tallies.flatMap(({ outcome, weight, count }) =>
    outcome === 'unpublished' ? [] : [{ outcome, weight, count }],
  );
  const unpublished = tallies
    .filter(({ outcome }) => outcome === 'unpublished')
    .reduce((sum, { count }) => sum + count, 0);
  return { ...commitmentCompliance(shown), unpublished };
}

function ageing(tallies: readonly DueTally[]): Figure {
  const { count, median, p90 } = overdueAgeing(tallies.flatMap(({ own_days }) => own_days ?? []));
  return { code: 'C3', part: 'whole', numerator: count, denominator: count, value: median, p90 };
}

async function needsOf(tx: Transaction, filter: ComplianceFilter) {
  const rows = await findAnsweredNeeds(tx, filter);
  return rows.map(({ actions, funded }) => ({
    actions: [...repeated({ isFunded: true }, funded), ...repeated({ isFunded: false }, actions - funded)],
  }));
}

function repeated<Value>(value: Value, count: number): Value[] {
  return Array.from({ length: count }, () => value);
}
