/** Why a rate is not to be shown as it is. */
export type RateWarning = 'few-people' | 'few-events';

/** The least people and events of which a rate is shown without pooling or smoothing. */
export const leastForARate = { persons: 1000, events: 5 } as const;

/**
 * Which rule a crude rate breaks: none is shown of fewer than 1,000 person-years or fewer than 5 events, unless years or areas
 * were pooled until there are as many, or the rate was smoothed. Nothing is said where it may be shown.
 *
 * Formula: N < 1,000 → few people; O < 5 → few events; both may hold.
 *
 * Source: the project's rule for small areas (docs/decisions); the relative standard error of 5 events is 1/√5 = 45 %. NCHS, Klein et al. (2002),
 * Healthy People 2010 criteria for data suppression, is stricter (20 events).
 *
 * Assumes: events and person-time are of the same area and period. Zero events are few events: the interval is shown, no rank.
 * @example
 * rateStanding({ events: 3, persons: 8000 }) // ['few-events']
 */
export function rateStanding(of: {
  readonly events: number;
  readonly persons: number;
}): readonly RateWarning[] {
  const warnings: RateWarning[] = [];
  if (of.persons < leastForARate.persons) warnings.push('few-people');
  if (of.events < leastForARate.events) warnings.push('few-events');
  return warnings;
}
