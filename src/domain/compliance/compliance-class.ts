import type { Share } from './share.ts';
import { valueOf } from './share.ts';

/** Groups in which territories are shown; there is no order within one but that of names. */
export const complianceClasses = ['high', 'middle', 'low', 'none-due'] as const;
export type ComplianceClass = (typeof complianceClasses)[number];

/**
 * The group of a territory: at least 90 %, 70 to 90 %, below 70 %, or nothing due yet.
 * Territories are never sorted nor numbered by compliance: a league table punishes those who promise and rewards those who don't.
 */
export function complianceClassOf(compliance: Share): ComplianceClass {
  const value = valueOf(compliance);
  if (value === null) return 'none-due';
  if (value >= 0.9) return 'high';
  return value >= 0.7 ? 'middle' : 'low';
}
