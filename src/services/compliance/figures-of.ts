import type { ComplianceFilter } from '#database/compliance/counted-dues.ts';
import {
  findLines,
  findPlanActions,
  findTargets,
  tallyDues,
  tallyWording,
  type DueTally,
} from '#database/compliance/figure-views.ts';
import { agreementCoverage } from '#domain/compliance/agreement-coverage.ts';
import { commitmentCompliance } from '#domain/compliance/commitment-compliance.ts';
import { evidenceQuality } from '#domain/compliance/evidence-quality.ts';
import { indicatorCodes } from '#domain/compliance/indicators.ts';
import { strategyAlignment } from '#domain/compliance/strategy-alignment.ts';
import { vagueCommitments } from '#domain/compliance/vague-commitments.ts';
import type { Transaction } from '../context.ts';
import { cooperationFigures } from './cooperation-figures.ts';
import { figure, inDays, type Figure } from './told-figure.ts';

/** Every figure of the filter, and what pages show beside them. */
export async function figuresOf(tx: Transaction, filter: ComplianceFilter) {
  // Asked for at once, so that they cost one round trip.
  const [{ tallies, overdue, holders }, targets, lines, actions, wording, cooperation] = await Promise.all([
    tallyDues(tx, filter),
    findTargets(tx, filter),
    findLines(tx, filter.country),
    findPlanActions(tx, filter),
    tallyWording(tx, filter),
    cooperationFigures(tx, filter),
  ]);
  const compliance = complianceOf(tallies);
  const coverage = agreementCoverage(
    targets.map(({ has_agreement, people }) => ({ hasAgreement: has_agreement, people })),
  );
  const alignment = strategyAlignment(
    actions,
    lines.map(({ id }) => id),
  );
  const figures: Figure[] = [
    figure('C1', coverage.territories),
    figure('C1', coverage.people, 'people'),
    figure('C2', compliance),
    inDays(
      'C3',
      overdue.flatMap(({ days, count }) => Array.from({ length: count }, () => days)),
    ),
    figure('C4', vagueCommitments(wording)),
    figure('C11', alignment.actions),
    ...alignment.budget.map(({ currency, ...share }) => ({ ...figure('C11', share, 'budget'), currency })),
    figure('C11', alignment.lines, 'lines'),
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
    ...cooperation,
  ];
  const inOrder = figures.toSorted(
    (one, other) => indicatorCodes.indexOf(one.code) - indicatorCodes.indexOf(other.code),
  );
  return { figures: inOrder, compliance, tallies, overdue, holders, targets, lines };
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
