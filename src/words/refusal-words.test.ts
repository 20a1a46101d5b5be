import { describe, expect, it } from 'vitest';
import { refusalWords } from './refusal-words.ts';

describe('the words of a refusal', () => {
  it('write their days with the day before the month, in both languages', () => {
    const values = { day: '2026-03-09' };
    expect(refusalWords('es', 'refusal.commitments.still-to-cure', values)).toContain('09/03/2026');
    expect(refusalWords('en', 'refusal.commitments.still-to-cure', values)).toContain('09/03/2026');
  });

  it('leave everything else as it is', () => {
    const key = 'problem.plans.place-outside';
    expect(refusalWords('es', key, { name: '2026-03-09 y más' })).toContain('2026-03-09 y más');
    expect(refusalWords('es', 'refusal.shared.forbidden')).not.toBe('refusal.shared.forbidden');
  });
});
