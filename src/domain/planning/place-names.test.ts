import { describe, expect, it } from 'vitest';
import { findPlaceNamed, type NamedPlace } from './place-names.ts';

const place = (id: number, lastId: number, level: number, name: string, code = String(id)): NamedPlace => ({
  id,
  lastId,
  level,
  name,
  code,
});
const places = [
  place(1, 99, 0, 'Panamá', 'PA'),
  place(10, 29, 1, 'Panamá', '08'),
  place(11, 19, 2, 'Panamá', '0808'),
  place(20, 29, 2, 'San Miguelito', '0810'),
  place(30, 39, 1, 'Colón', '03'),
  place(31, 35, 2, 'Colón', '0301'),
  place(32, 32, 3, 'Santa Isabel', '030101'),
  place(36, 39, 2, 'Santa Isabel', '0305'),
];
const find = (...cells: readonly [string, (number | null)?][]) =>
  findPlaceNamed(
    cells.map(([text, level]) => ({ text, level: level ?? null })),
    places,
    77,
  );

describe('a place named in a sheet', () => {
  it('is where the organisation is when nothing is said', () => {
    expect(find(['', 1], ['', 2])).toEqual({ id: 77 });
  });

  it('is found by code, by name and by what it is, accents and case forgiven', () => {
    expect(find(['0810'])).toEqual({ id: 20 });
    expect(find(['SAN MIGUELITO'])).toEqual({ id: 20 });
    expect(find(['Distrito de San Miguelito'])).toEqual({ id: 20 });
  });

  it('is the level that its column says, and else the widest of that name', () => {
    expect(find(['Colón', 2])).toEqual({ id: 31 });
    expect(find(['Colón'])).toEqual({ id: 30 });
    expect(find(['Panamá', 1], ['Panamá', 2])).toEqual({ id: 11 });
  });

  it('is the country where it says so', () => {
    expect(find(['Nacional'])).toEqual({ id: 1 });
  });

  it('is refused by name when nobody knows it, or when it lies elsewhere', () => {
    expect(find(['Atlántida'])).toEqual({ fault: 'unknown-place', text: 'Atlántida' });
    expect(find(['Panamá', 1], ['Santa Isabel', 2])).toEqual({
      fault: 'unknown-place',
      text: 'Santa Isabel',
    });
  });
});
