import type { Share } from './share.ts';

/** What the first review of a delivery said; null while nobody has reviewed it. */
export type FirstReview = 'accepted' | 'rejected' | 'more' | null;

/** Deliveries that are alike: what their first review said, and whether they were handed in and wait for one. */
export type Deliveries = {
  readonly firstReview: FirstReview;
  readonly isWaiting: boolean;
  readonly count?: number;
};

/**
 * C19, evidence quality: deliveries accepted at their first review ÷ deliveries submitted. One that still waits for its first review was
 * submitted and is not accepted yet: it counts below and not above, and is listed as waiting. What was never handed in counts nowhere.
 * Source: process indicators, C19, "evidence accepted at first review ÷ submitted".
 * Example: accepted, more, accepted, handed in and not reviewed, not handed in: 2 ÷ 4.
 */
export function evidenceQuality(deliveries: readonly Deliveries[]): Share {
  const submitted = deliveries.filter(({ firstReview, isWaiting }) => firstReview !== null || isWaiting);
  const howMany = (some: readonly Deliveries[]) => some.reduce((sum, { count }) => sum + (count ?? 1), 0);
  return {
    numerator: howMany(submitted.filter(({ firstReview }) => firstReview === 'accepted')),
    denominator: howMany(submitted),
  };
}
