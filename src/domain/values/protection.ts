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

/** A figure that is known but not shown. */
export function protectedFigure(figure: Figure): Figure {
  const untold = { parts: null, estimate: null, reporting: null };
  return { ...figure, ...untold, value: null, state: 'protected', reported: 0, withheld: 0 };
}
