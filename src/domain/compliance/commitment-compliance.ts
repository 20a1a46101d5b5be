import type { Outcome } from './outcome.ts';
import { isCounted } from './outcome.ts';
import type { Share } from './share.ts';

/** A weight with what became of it: one due date, or many of one outcome added up. */
export type WeightedOutcome = { readonly outcome: Outcome; readonly weight: number; readonly count?: number };

/** C2 with what is told apart beside it. */
export type CommitmentCompliance = Share & {
  /** Due dates that count. */
  readonly due: number;
  /** Delivered late: in the denominator, never in the numerator, and told apart. */
  readonly late: number;
  readonly overdue: number;
  readonly breached: number;
  /** Delivered in time and not yet decided: they count neither way. */
  readonly waiting: number;
  /** Of these, those whose verifier has let its time pass: they count against the verifier. */
  readonly unanswered: number;
  readonly heldBack: number;
  readonly waived: number;
};

/**
 * C2, commitment compliance: Σ weight of due dates delivered on time and accepted ÷ Σ weight of due dates that count.
 * Waived ones are left out. Source: process indicators, C2; how each due date is counted is `countInstance`.
 *
 * Example: kept 3, late 1, overdue 1 of equal weight: 3 ÷ 5.
 */
export function commitmentCompliance(instances: readonly WeightedOutcome[]): CommitmentCompliance {
  const weigh = (some: readonly WeightedOutcome[]) => some.reduce((sum, { weight }) => sum + weight, 0);
  const of = (outcome: Outcome) => instances.filter((one) => one.outcome === outcome);
  const count = (some: readonly WeightedOutcome[]) => some.reduce((sum, one) => sum + (one.count ?? 1), 0);
  const counted = instances.filter((one) => isCounted(one.outcome));
  return {
    numerator: weigh(of('kept')),
    denominator: weigh(counted),
    due: count(counted),
    late: count(of('late')),
    overdue: count(of('overdue')),
    breached: count(of('breached')),
    waiting: count(of('waiting')) + count(of('unanswered')),
    unanswered: count(of('unanswered')),
    heldBack: count(of('held-back')),
    waived: count(of('waived')),
  };
}
