import { describe, expect, it } from 'vitest';
import { compareCounts } from './compare-counts.ts';

describe('two counts', () => {
  it('three more where there were three are no sign of anything', () => {
    expect(compareCounts({ events: 6, exposure: 1 }, { events: 3, exposure: 1 }).probability).toBeCloseTo(
      260 / 512,
      10,
    );
  });

  it('are compared by how long they were counted', () => {
    expect(compareCounts({ events: 4, exposure: 1 }, { events: 12, exposure: 3 })).toEqual({
      ratio: 1,
      probability: 1,
    });
    expect(compareCounts({ events: 20, exposure: 1 }, { events: 12, exposure: 3 }).probability).toBeLessThan(
      0.0001,
    );
  });

  it('differ the same way round as the other way round', () => {
    const there = compareCounts({ events: 11, exposure: 2 }, { events: 25, exposure: 3 });
    const back = compareCounts({ events: 25, exposure: 3 }, { events: 11, exposure: 2 });
    expect(there.probability).toBeCloseTo(back.probability, 12);
  });

  it('say nothing where nothing happened, and have no ratio to nothing', () => {
    expect(compareCounts({ events: 0, exposure: 1 }, { events: 0, exposure: 1 })).toEqual({
      ratio: null,
      probability: 1,
    });
    expect(compareCounts({ events: 3, exposure: 1 }, { events: 0, exposure: 1 }).ratio).toBeNull();
  });
});
