import type { Figure } from './figure.ts';

/** How what two sources say differs. Words: `values.differing.<one>`. */
export const differences = [
  'same',
  'first-higher',
  'second-higher',
  'only-first',
  'only-second',
  'neither',
  'hidden',
] as const;

export type Difference = (typeof differences)[number];

export type Compared = {
  readonly differing: Difference;
  readonly difference: number | null;
  /** Of the lower of the two; null where that is zero. */
  readonly percent: number | null;
};

type Said = Pick<Figure, 'value' | 'state'>;

/** What two sources say of one cell, side by side. Neither is taken for the right one. */
export function compareFigures(first: Said, second: Said): Compared {
  const none = { difference: null, percent: null };
  if (first.state === 'protected' || second.state === 'protected') return { differing: 'hidden', ...none };
  const [one, other] = [first.value, second.value];
  if (one === null && other === null) return { differing: 'neither', ...none };
  if (other === null) return { differing: 'only-first', ...none };
  if (one === null) return { differing: 'only-second', ...none };
  const difference = one - other;
  const lower = Math.min(one, other);
  return {
    differing: difference === 0 ? 'same' : difference > 0 ? 'first-higher' : 'second-higher',
    difference,
    percent: lower === 0 ? null : (Math.abs(difference) / Math.abs(lower)) * 100,
  };
}

type HowCounted = {
  readonly countingUnit: string | null;
  readonly periodKind: string;
  readonly level: number;
  readonly cutoffOn: string | null;
  readonly isProvisional: boolean;
};

/** Why two sources need not agree: what is not alike in how they count. Words: `values.why.<one>`. */
export function whyTheyDiffer(first: HowCounted, second: HowCounted): string[] {
  return [
    first.countingUnit === second.countingUnit ? null : 'counting-unit',
    first.cutoffOn === second.cutoffOn ? null : 'cut-off',
    first.isProvisional || second.isProvisional ? 'provisional' : null,
    first.level === second.level ? null : 'level',
    first.periodKind === second.periodKind ? null : 'period',
  ].filter((reason) => reason !== null);
}
