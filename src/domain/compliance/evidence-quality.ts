import type { Share } from './share.ts';

/** What the first review of a delivery said; null while nobody has reviewed it. */
export type FirstReview = 'accepted' | 'rejected' | 'more' | null;

/**
 * C19, evidence quality: deliveries accepted at their first review ÷ deliveries reviewed. One that nobody has looked at yet says
 * nothing of its quality and waits outside. Source: process indicators, C19, "accepted at first review ÷ submitted".
 * Example: accepted, more, accepted, not reviewed: 2 ÷ 3.
 */
export function evidenceQuality(
  deliveries: readonly { readonly firstReview: FirstReview; readonly count?: number }[],
): Share {
  const reviewed = deliveries.filter(({ firstReview }) => firstReview !== null);
  const howMany = (some: typeof deliveries) => some.reduce((sum, { count }) => sum + (count ?? 1), 0);
  return {
    numerator: howMany(reviewed.filter(({ firstReview }) => firstReview === 'accepted')),
    denominator: howMany(reviewed),
  };
}
