import type { Day } from '../shared/dates.ts';

/** Kinds of what needs a coordinator's attention, by what they hold back: work of others first, then what merely ends. */
export const matterKinds = ['holding-back', 'notice', 'help', 'plan', 'ending'] as const;
export type MatterKind = (typeof matterKinds)[number];

/** Agreements are told of so many days before they end. */
export const daysBeforeAgreementEnds = 90;

/** The least that ranking takes of a matter. */
export type Ranked = {
  readonly kind: MatterKind;
  readonly held: number;
  readonly on: Day;
  readonly id: string;
};

/**
 * The order in which matters are told: by kind, then by how many wait for it, then the oldest first, then by id.
 * Never by territory or party: it ranks what is to be done, not who does well.
 *
 * Example: a late commitment that holds back two goes before one that holds back one, and both before a plan that waits.
 */
export function rankMatters<Matter extends Ranked>(matters: readonly Matter[]): Matter[] {
  const place = (kind: MatterKind) => matterKinds.indexOf(kind);
  return matters.toSorted(
    (one, other) =>
      place(one.kind) - place(other.kind) ||
      other.held - one.held ||
      one.on.localeCompare(other.on) ||
      one.id.localeCompare(other.id),
  );
}
