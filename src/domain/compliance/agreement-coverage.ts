import type { Share } from './share.ts';

/** A territory that should have an agreement of its own. */
export type CoverageTarget = {
  readonly hasAgreement: boolean;
  /** Its people; null where no figure is known. */
  readonly people: number | null;
};

/** C1, by territories and by people; territories without a known population are left out of the latter and counted. */
export type AgreementCoverage = {
  readonly territories: Share;
  readonly people: Share;
  readonly withoutPeople: number;
};

/**
 * C1, agreement coverage: territories with at least one local agreement in force ÷ territories that should have one;
 * and the same weighted by people. Source: process indicators, C1. Example: one covered of 30 000 people, one not of 70 000:
 * 1 ÷ 2, and 30 000 ÷ 100 000.
 */
export function agreementCoverage(targets: readonly CoverageTarget[]): AgreementCoverage {
  const covered = targets.filter(({ hasAgreement }) => hasAgreement);
  const peopleOf = (some: readonly CoverageTarget[]) =>
    some.reduce((sum, { people }) => sum + (people ?? 0), 0);
  return {
    territories: { numerator: covered.length, denominator: targets.length },
    people: { numerator: peopleOf(covered), denominator: peopleOf(targets) },
    withoutPeople: targets.filter(({ people }) => people === null).length,
  };
}
