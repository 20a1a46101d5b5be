import type { DescribedElement } from './dictionary.ts';

/** How the values of an element may add up here. Ratios are made of parts, and no file of values says of which. */
export const proposedCompositions = ['count', 'stock', 'estimate', 'distinct'] as const;
export type ProposedComposition = (typeof proposedCompositions)[number];

/** An indicator that a data element of another system could become, if somebody says so. */
export type ProposedIndicator = {
  readonly element: string;
  readonly code: string;
  readonly title: string;
  readonly definition: string;
  readonly valueType: string;
  /** How its values add up, as the other system adds them; whoever accepts it may say otherwise. */
  readonly composition: ProposedComposition;
  readonly decimals: number;
  readonly lowBound: number | null;
  readonly highBound: number | null;
  /** «%» of what is one; null where only somebody can say. */
  readonly unit: string | null;
};

const compositionOf = { sum: 'count', last: 'stock', none: 'estimate' } as const;

/**
 * What an element would be as an indicator; null for one whose values are no numbers. What the other system neither adds up nor takes the
 * last of, a rate or an average, is kept as it is told and never added.
 */
export function proposedIndicator(element: DescribedElement): ProposedIndicator | null {
  if (element.values === 'other') return null;
  const { id, name, valueType } = element;
  const code = (element.code ?? id)
    .normalize('NFD')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9._-]+/g, '-')
    .replaceAll(/^[-._]+|[-._]+$/g, '')
    .slice(0, 40);
  return {
    element: id,
    code: code === '' ? id.toUpperCase() : code,
    title: name.padEnd(3, '.').slice(0, 300),
    definition: (element.description ?? name).padEnd(3, '.').slice(0, 4000),
    valueType,
    // A share is never added up, whatever the other system does.
    composition: isShare(valueType) ? 'estimate' : compositionOf[element.adding],
    decimals: element.values === 'counts' ? 0 : 1,
    lowBound: isShare(valueType) || element.values === 'counts' ? 0 : null,
    highBound: valueType === 'PERCENTAGE' ? 100 : valueType === 'UNIT_INTERVAL' ? 1 : null,
    unit: valueType === 'PERCENTAGE' ? '%' : null,
  };
}

const isShare = (valueType: string) => valueType === 'PERCENTAGE' || valueType === 'UNIT_INTERVAL';
