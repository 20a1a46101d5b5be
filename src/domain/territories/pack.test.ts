import { expect, it } from 'vitest';
import { isAtLeast } from './pack.ts';

it('takes versions as numbers between points', () => {
  expect(isAtLeast('2026.10', '2026.9')).toBe(true);
  expect(isAtLeast('2026.1', '2026.1')).toBe(true);
  expect(isAtLeast('2026.1', '2026.1.1')).toBe(false);
  expect(isAtLeast('2025.9', '2026.1')).toBe(false);
});
