import { describe, expect, it } from 'vitest';
import { bearingOf } from './framework.ts';

const framework = { standing: 'in-force', endsOn: '2027-12-31' } as const;
const today = '2026-11-26';

describe('a framework', () => {
  it('bears an agreement that ends with it or before', () => {
    expect(bearingOf(framework, '2027-12-31', today)).toBe('stands');
    expect(bearingOf({ ...framework, endsOn: null }, '2040-01-01', today)).toBe('stands');
    expect(bearingOf(framework, null, today)).toBe('stands');
  });

  it('ends before an agreement that is to last longer', () => {
    expect(bearingOf(framework, '2028-01-01', today)).toBe('ends-first');
  });

  it('is over from the day after its last, and once it was terminated', () => {
    expect(bearingOf(framework, '2028-01-01', '2028-01-01')).toBe('over');
    expect(bearingOf({ ...framework, standing: 'settlement' }, '2027-01-01', today)).toBe('over');
  });
});
