import { describe, expect, it } from 'vitest';
import type { DescribedElement } from './dictionary.ts';
import { proposedIndicator } from './propose-indicator.ts';

const element = (given: Partial<DescribedElement>): DescribedElement => ({
  id: 'deHomicidio',
  code: 'VIO homicidios',
  name: 'Homicidios',
  shortName: null,
  description: null,
  values: 'counts',
  valueType: 'INTEGER_ZERO_OR_POSITIVE',
  adding: 'sum',
  ...given,
});

describe('an indicator that an element could become', () => {
  it('adds up as the other system adds it', () => {
    expect(proposedIndicator(element({}))).toMatchObject({
      code: 'VIO-HOMICIDIOS',
      composition: 'count',
      decimals: 0,
    });
    expect(proposedIndicator(element({ adding: 'last' }))?.composition).toBe('stock');
    expect(
      proposedIndicator(element({ adding: 'none', values: 'numbers', valueType: 'NUMBER' })),
    ).toMatchObject({
      composition: 'estimate',
      decimals: 1,
      unit: null,
    });
  });

  it('is never added where it is a share, and has the bounds of one', () => {
    const share = { values: 'numbers', valueType: 'PERCENTAGE', adding: 'sum' } as const;
    expect(proposedIndicator(element(share))).toMatchObject({
      composition: 'estimate',
      lowBound: 0,
      highBound: 100,
      unit: '%',
    });
    expect(proposedIndicator(element({ ...share, valueType: 'UNIT_INTERVAL' }))?.highBound).toBe(1);
  });

  it('is none where its values are no numbers', () => {
    expect(proposedIndicator(element({ values: 'other', valueType: 'BOOLEAN' }))).toBeNull();
  });
});
