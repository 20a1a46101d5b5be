import { describe, expect, it } from 'vitest';
import { changedFields, isSealed } from './entry.ts';

describe('what an entry keeps', () => {
  it('keeps only the fields that changed', () => {
    const before = { name: 'MIDES', mandate: 'uno', levels: ['a', 'b'] };
    const after = { name: 'MIDES', mandate: 'dos', levels: ['a', 'b'], website: 'https://x.test' };
    expect(changedFields(before, after)).toEqual({
      before: { mandate: 'uno' },
      after: { mandate: 'dos', website: 'https://x.test' },
    });
  });

  it('takes nothing and null for the same', () => {
    expect(changedFields({ website: null }, { website: undefined })).toEqual({ before: {}, after: {} });
  });

  it('keeps all of what began or ended', () => {
    expect(changedFields(null, { name: 'x' })).toEqual({ before: null, after: { name: 'x' } });
  });

  it('knows a sealed value from one that only looks like it', () => {
    expect(isSealed({ sealed: 'id', value: 'cipher' })).toBe(true);
    expect(isSealed({ sealed: 'id', value: 'cipher', more: 1 })).toBe(false);
    expect(isSealed('sealed')).toBe(false);
  });
});
