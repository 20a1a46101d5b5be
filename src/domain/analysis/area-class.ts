import type { FigureState } from '#domain/values/figure.ts';
import type { positions } from './compare-areas.ts';

/** The classes in which territories stand, in the order of a legend; within one nobody is first. */
export const classOrder = [
  'far-above',
  'above',
  'as-expected',
  'below',
  'far-below',
  'step-5',
  'step-4',
  'step-3',
  'step-2',
  'step-1',
  'held',
  'protected',
  'withheld',
  'unknown',
  'not-applicable',
  'not-reported',
  'value',
] as const;

export type AreaClass = (typeof classOrder)[number];

/** How dark a class is drawn, from 1 to 5; those that have none are hatched. */
export const shadeOfClass: Readonly<Partial<Record<AreaClass, 1 | 2 | 3 | 4 | 5>>> = {
  'far-below': 1,
  below: 2,
  'as-expected': 3,
  above: 4,
  'far-above': 5,
  'step-1': 1,
  'step-2': 2,
  'step-3': 3,
  'step-4': 4,
  'step-5': 5,
};

/** A territory beside others, as far as its class needs it. */
export type ClassedArea = {
  readonly position: (typeof positions)[number] | null;
  readonly step: number | null;
  readonly heldAt: unknown;
  readonly state: FigureState;
};

/** The class of a territory: by the funnel, by its value, or by why it has none. */
export function classOf({ position, step, heldAt, state }: ClassedArea): AreaClass {
  if (position !== null) return position;
  if (step !== null) return `step-${step as 1}`;
  return heldAt === null ? state : 'held';
}
