import { describe, expect, it } from 'vitest';
import { compareClauses, useOf } from './compare-templates.ts';
import type { AgreementTemplate, ClauseType } from './template-schema.ts';

const clause = (type: ClauseType, need: 'required' | 'recommended' | 'optional') =>
  ({ type, need }) as AgreementTemplate['clauses'][number];
const strict = {
  clauses: [clause('object', 'required'), clause('staff', 'optional'), clause('staff', 'recommended')],
};
const light = { clauses: [clause('object', 'recommended')] };

describe('comparing instruments', () => {
  it('takes the strongest use that an instrument makes of a type of clause', () => {
    expect(useOf(strict, 'staff')).toBe('recommended');
    expect(useOf(light, 'staff')).toBe('unused');
  });

  it('sets types side by side and leaves out what neither uses', () => {
    expect(compareClauses(strict, light)).toEqual([
      { type: 'object', a: 'required', b: 'recommended' },
      { type: 'staff', a: 'recommended', b: 'unused' },
    ]);
  });
});
