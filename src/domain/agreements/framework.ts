import type { Day } from '#domain/shared/dates.ts';
import { standingOn, type AgreementStanding } from './lifecycle.ts';

/**
 * How the framework that an agreement hangs from bears upon it: it stands or is still to come; it ends before the agreement does; or it is
 * over, while what was signed under it binds to its own last day.
 */
export const frameworkBearings = ['stands', 'ends-first', 'over'] as const;
export type FrameworkBearing = (typeof frameworkBearings)[number];

const over: readonly AgreementStanding[] = [
  'expired',
  'terminating',
  'settlement',
  'closed',
  'abandoned',
  'annulled',
];

/** Whether nothing more can be put under an agreement that stands so. */
export function isOver(standing: AgreementStanding): boolean {
  return over.includes(standing);
}

/**
 * How a framework bears on a day upon an agreement that ends on another.
 * @param ends the last day of the agreement, where it is known
 */
export function bearingOf(
  framework: { readonly standing: AgreementStanding; readonly endsOn: Day | null },
  ends: Day | null,
  today: Day,
): FrameworkBearing {
  if (isOver(standingOn(framework, today))) return 'over';
  return framework.endsOn !== null && ends !== null && framework.endsOn < ends ? 'ends-first' : 'stands';
}
