import { describe, expect, it } from 'vitest';
import { fillPlaces, gapsOf } from './fill-places.ts';

const values = { object: 'prevenir', parties: 'A y B', commission: null };

describe('the places of a text', () => {
  it('are filled in by what is known, also by words that look like places', () => {
    expect(fillPlaces('Para {object}, entre {parties}.', values)).toBe('Para prevenir, entre A y B.');
    expect(fillPlaces('{object}', { ...values, object: '{parties}' })).toBe('{parties}');
  });

  it('stay in sight where nobody has said what stands there, and are told once each', () => {
    expect(fillPlaces('Actúa {commission}.', values)).toBe('Actúa {commission}.');
    expect(gapsOf('{commission}, {object}, {commission}, {constructor}', values)).toEqual([
      'commission',
      'constructor',
    ]);
  });
});
