import { describe, expect, it } from 'vitest';
import { rateStanding } from './rate-standing.ts';

describe('whether a rate may be shown', () => {
  it('needs 1,000 people and 5 events', () => {
    expect(rateStanding({ events: 5, persons: 1000 })).toEqual([]);
    expect(rateStanding({ events: 4, persons: 1000 })).toEqual(['few-events']);
    expect(rateStanding({ events: 5, persons: 999 })).toEqual(['few-people']);
    expect(rateStanding({ events: 0, persons: 10 })).toEqual(['few-people', 'few-events']);
  });
});
