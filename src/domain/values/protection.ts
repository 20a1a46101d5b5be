import { periodOf } from '#domain/indicators/period.ts';
import type { Figure } from './figure.ts';

/** Who reads: everyone, a party under an agreement to share information, or somebody who keeps figures there. */
export const audiences = ['public', 'party', 'keeper'] as const;

export type Audience = (typeof audiences)[number];

/** Numbers of people from one to below this are not shown. */
export const thresholds: Readonly<Record<Audience, number>> = { public: 5, party: 3, keeper: 0 };

const counted: ReadonlySet<string> = new Set(['count', 'stock', 'distinct']);

/** Whether an indicator counts people or incidents one by one: never commitments, meetings or money, nor rates and estimates. */
export function isCountOfPeople(composition: string, countsPeople: boolean): boolean {
  return countsPeople && counted.has(composition);
}

/** Whether a number of people is small enough to point at somebody. */
export function isSmall(figure: Pick<Figure, 'value' | 'state'>, threshold: number): boolean {
  return figure.state === 'value' && figure.value !== null && figure.value > 0 && figure.value < threshold;
}

export type ProtectionFrame = {
  readonly threshold: number;
  /** The territory whose part a territory is: parts of one whole can be subtracted from it. */
  readonly parentOf: (territoryId: number) => number | null;
};

/**
 * Hides small numbers, and with each that would stand alone in a sum (of territories of one parent, of periods of one year, of groups of one
 * territory and period) the smallest other, so that nothing comes out by subtraction.
 */
export function protectTable(figures: readonly Figure[], frame: ProtectionFrame): Figure[] {
  const hidden = new Set(figures.filter((figure) => isSmall(figure, frame.threshold)));
  const sums = sumsOf(figures, frame);
  for (let before = -1; before !== hidden.size;) {
    before = hidden.size;
    for (const parts of sums) hideCompany(parts, hidden, frame.threshold);
  }
  return figures.map((figure) =>
    hidden.has(figure) ? { ...figure, value: null, state: 'protected', reported: 0, parts: null } : figure,
  );
}

function hideCompany(parts: readonly Figure[], hidden: Set<Figure>, threshold: number): void {
  const gone = parts.filter((part) => hidden.has(part));
  if (gone.length === 0) return;
  const sum = gone.reduce((total, part) => total + (part.value ?? 0), 0);
  if (gone.length > 1 && sum >= threshold) return;
  const others = parts.filter((part) => !hidden.has(part) && part.state === 'value' && (part.value ?? 0) > 0);
  const smallest = others.toSorted((one, other) => (one.value ?? 0) - (other.value ?? 0))[0];
  if (smallest) hidden.add(smallest);
}

// The sums that somebody may know: over sibling territories, over a year, over groups.
function sumsOf(figures: readonly Figure[], frame: ProtectionFrame): Figure[][] {
  const sums = new Map<string, Figure[]>();
  const put = (key: string, figure: Figure) => {
    const there = sums.get(key) ?? [];
    there.push(figure);
    sums.set(key, there);
  };
  for (const figure of figures) {
    const { territoryId, period, disaggregationId } = figure;
    put(`place ${frame.parentOf(territoryId)} ${period} ${disaggregationId}`, figure);
    put(`time ${territoryId} ${periodOf('year', period).start} ${disaggregationId}`, figure);
    put(`group ${territoryId} ${period}`, figure);
  }
  return [...sums.values()].filter((parts) => parts.length > 1);
}
