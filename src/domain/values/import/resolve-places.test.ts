import { describe, expect, it } from 'vitest';
import { placeResolver, type PlaceCandidate } from './resolve-places.ts';

const place = (
  id: number,
  lastId: number,
  code: string,
  name: string,
  level: number,
  former?: string,
): PlaceCandidate => ({
  id,
  lastId,
  code,
  name,
  level,
  validFrom: null,
  aliases: former === undefined ? [] : [{ name: former, kind: 'former' }],
});
const territories = [
  place(100, 199, '05', 'Darién', 1),
  place(110, 119, '0502', 'Santa Fe', 2),
  place(200, 299, '09', 'Veraguas', 1),
  place(210, 219, '0910', 'Santa Fe', 2),
  place(300, 399, '10', 'Guna Yala', 1, 'Kuna Yala'),
  place(400, 499, '08', 'Panamá', 1),
  place(410, 419, '0808', 'Panamá', 2),
];
const resolve = placeResolver({
  territories,
  kindWords: ['provincia', 'comarca'],
  level: null,
  remembered: new Map([['bocas', 100]]),
});
const named = (...names: string[]) => resolve({ key: names.join(' > ').toLowerCase(), code: null, names });

describe('a place as a file writes it', () => {
  it('is found by its code, with or without its zeros', () => {
    expect(resolve({ key: '0502', code: '0502', names: [] })).toEqual({ territoryId: 110, by: 'code' });
    expect(resolve({ key: '502', code: '502', names: [] })).toEqual({ territoryId: 110, by: 'code' });
    expect(resolve({ key: '5.0', code: '5.0', names: [] })).toEqual({ territoryId: 100, by: 'code' });
  });

  it('is found by its name within its province', () => {
    expect(named('Veraguas', 'Santa Fe')).toEqual({ territoryId: 210, by: 'name' });
    expect(named('COMARCA KUNA YALA')).toEqual({ territoryId: 300, by: 'name' });
    expect(named('Panamá', 'PANAMÁ (CT)')).toEqual({ territoryId: 410, by: 'name' });
  });

  it('called like a finer one is the one of the level that the file tells', () => {
    const ofProvinces = placeResolver({ territories, kindWords: [], level: 1, remembered: new Map() });
    const panama = { key: 'panama', code: null, names: ['Panamá'] };
    expect(ofProvinces(panama)).toEqual({ territoryId: 400, by: 'name' });
    expect(resolve(panama)).toEqual({ candidates: [400, 410] });
  });

  it('that may be several, or is mistyped, is asked', () => {
    expect(named('Santa Fe')).toEqual({ candidates: [110, 210] });
    expect(named('Verahuas')).toEqual({ candidates: [200] });
    expect(named('Atlántida')).toEqual({ candidates: [] });
  });

  it('is what a person settled before', () => {
    expect(resolve({ key: 'bocas', code: null, names: ['Bocas'] })).toEqual({
      territoryId: 100,
      by: 'remembered',
    });
  });
});
