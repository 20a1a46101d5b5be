import { describe, expect, it } from 'vitest';
import { funnelLimits } from './funnel-limits.ts';
import { funnelPosition } from './funnel-position.ts';

describe('the class of an area', () => {
  it.each([
    [1, 'far-below'],
    [2, 'below'],
    [4, 'as-expected'],
    [16, 'as-expected'],
    [17, 'above'],
    [21, 'far-above'],
  ] as const)('with %s events where 10 are expected is %s', (events, position) => {
    expect(funnelPosition(events, funnelLimits(10))).toBe(position);
  });

  it('is as expected on a limit, so that nothing in nothing is as expected', () => {
    expect(funnelPosition(0, funnelLimits(0))).toBe('as-expected');
  });
});
