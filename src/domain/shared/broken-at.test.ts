import { expect, it } from 'vitest';
import { brokenAt } from './broken-at.ts';

it('breaks a text between words, at most so many signs a line; a longer word has its own', () => {
  expect(brokenAt('uno dos  tres extraordinariamente y', 8)).toEqual([
    'uno dos',
    'tres',
    'extraordinariamente',
    'y',
  ]);
  expect(brokenAt(' ', 8)).toEqual([]);
});
