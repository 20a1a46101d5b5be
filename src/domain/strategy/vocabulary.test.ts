import { describe, expect, it } from 'vitest';
import { sentences } from '#words/index.ts';
import { inspireStrategies, preventionLevels, preventionTypes } from './vocabulary.ts';

describe('the words of prevention', () => {
  it('name every level, type and INSPIRE strategy in each language', () => {
    const keys = [
      ...preventionLevels.map((level) => `strategy.prevention-level.${level}`),
      ...preventionTypes.map((type) => `strategy.prevention-type.${type}`),
      ...inspireStrategies.map((strategy) => `strategy.inspire.${strategy}`),
    ];
    for (const words of Object.values(sentences)) expect(keys.filter((key) => !(key in words))).toEqual([]);
  });
});
