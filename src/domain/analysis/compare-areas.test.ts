import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareAreas, type AreaEvents } from './compare-areas.ts';

const areas: AreaEvents[] = [
  { id: 1, events: 3, persons: 8000 },
  { id: 2, events: 12, persons: 60_000 },
  { id: 3, events: 0, persons: 5000 },
  { id: 4, events: 90, persons: 100_000 },
  { id: 5, events: 40, persons: 200_000 },
];

describe('areas beside the whole', () => {
  it('are as the whole where a few events make a high rate, and above it where many do', () => {
    const found = compareAreas(areas, { events: 145, persons: 373_000 });
    expect(found?.areas.map(({ position }) => position)).toEqual([
      'as-expected',
      'below',
      'as-expected',
      'far-above',
      'far-below',
    ]);
    expect(found?.dispersion).toMatchObject({ isExcessive: true, isWidened: false });
  });

  it('have wider lines where they differ a little more than chance explains', () => {
    const alike = [40, 62, 38, 61, 45, 58, 36, 63, 41, 66].map((events, id) => ({
      id,
      events,
      persons: 100_000,
    }));
    const found = compareAreas(alike, { events: 510, persons: 1_000_000 });
    expect(found?.dispersion.isWidened).toBe(true);
    expect(found?.areas.every(({ position }) => position === 'as-expected')).toBe(true);
  });

  it('are drawn to their neighbours where those are known; an island to all, and only with enough behind it', () => {
    const neighbours = { '1': [2], '2': [1, 4], '4': [2] };
    const found = compareAreas(areas, { events: 145, persons: 373_000 }, neighbours);
    expect(found?.areas.map(({ local }) => local?.basis ?? null)).toEqual([
      null,
      'neighbourhood',
      null,
      'neighbourhood',
      'all-areas',
    ]);
    const [, second] = found?.areas ?? [];
    expect(second?.local?.value).toBeGreaterThan(second?.smoothed?.value ?? 1);
    expect(compareAreas(areas, { events: 145, persons: 373_000 })?.areas[1]?.local).toBeNull();
  });

  it('are smoothed by mean and variance where they are few, and released only with five events and 1,000 people', () => {
    const found = compareAreas(areas, { events: 145, persons: 373_000 });
    expect(found?.smoothing).toBe('marshall');
    expect(found?.areas.map(({ smoothed }) => smoothed !== null)).toEqual([false, true, false, true, true]);
  });

  it('say nothing where nothing happened, or nobody lives', () => {
    expect(compareAreas(areas, { events: 0, persons: 1000 })).toBeNull();
    expect(compareAreas(areas, { events: 3, persons: 0 })).toBeNull();
  });

  it('never leave a smoothed rate without enough behind it, whatever the counts', () => {
    const area = fc.record({ events: fc.nat({ max: 30 }), persons: fc.integer({ min: 1, max: 50_000 }) });
    fc.assert(
      fc.property(fc.array(area, { minLength: 1, maxLength: 25 }), (given) => {
        const numbered = given.map((one, id) => ({ ...one, id }));
        const found = compareAreas(numbered, {
          events: given.reduce((sum, { events }) => sum + events, 1),
          persons: given.reduce((sum, { persons }) => sum + persons, 0),
        });
        for (const one of found?.areas ?? []) {
          if (one.events < 5 || one.persons < 1000) expect(one.smoothed ?? one.exceedance).toBeNull();
          if (one.smoothed) expect(one.smoothed.value).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 60 },
    );
  });
});
