import type { DescribedElement } from './dictionary.ts';

/** An indicator that a data element of another system could become, if somebody says so. */
export type ProposedIndicator = {
  readonly element: string;
  readonly code: string;
  readonly title: string;
  readonly definition: string;
  readonly valueType: string;
};

/**
 * What an element would be as an indicator; null for one whose values are no numbers, or are not added up there: a rate or an average is
 * made of parts, and somebody has to say of which.
 */
export function proposedIndicator(element: DescribedElement): ProposedIndicator | null {
  if (element.values === 'other' || !element.adds) return null;
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
  };
}
