import type { Share } from './share.ts';

/** What the first review of a delivery said; null while nobody has reviewed it. */
export type FirstReview = 'accepted' | 'rejected' | 'more' | null;

/**
 * C19, evidence quality: deliveries accepted at their first review ÷ deliveries reviewed. One that nobody has looked at yet says
 * nothing of its quality and waits outside. Source: process indicators, C19, "accepted at first review ÷ submitted".
 * Example: accepted, more, accepted, not reviewed: 2 ÷ 3.
 */
export function evidenceQuality(reviews: readonly FirstReview[]): Share {
  const reviewed = reviews.filter((review) => review !== null);
  return {
    numerator: reviewed.filter((review) => review === 'accepted').length,
    denominator: reviewed.length,
  };
}
