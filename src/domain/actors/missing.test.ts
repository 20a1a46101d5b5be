import { describe, expect, it } from 'vitest';
import { nothingPresent, whatIsMissing, type Norm, type Presence } from './missing.ts';

const norm = (more: Partial<Norm>): Norm => ({
  id: 'n',
  territoryKind: 'district',
  expects: 'structure',
  what: 'municipal-board',
  name: 'Mesa',
  nameEn: 'Board',
  required: true,
  known: true,
  sourceId: 's',
  note: null,
  ...more,
});
const nobody = { here: nothingPresent, above: nothingPresent, below: nothingPresent };

describe('what is missing in a territory', () => {
  it('cannot be said where no norm speaks of its kind', () => {
    expect(whatIsMissing([norm({})], { kind: 'province' }, nobody)).toBeNull();
  });

  it('is what the territory itself lacks, with where the like was found', () => {
    const above = { ...nothingPresent, structure: ['municipal-board'] };
    const found = whatIsMissing([norm({})], { kind: 'district' }, { ...nobody, above });
    expect(found).toMatchObject([{ isMet: false, nearest: 'above' }]);
    const here = { ...nothingPresent, structure: ['municipal-board'] };
    expect(whatIsMissing([norm({})], { kind: 'district' }, { ...nobody, here })).toMatchObject([
      { isMet: true },
    ]);
  });

  it('is not said where nothing is registered and nobody said that there is none', () => {
    const unknown = norm({ known: false });
    const isMet = (here: Presence, absent: string[] = []) =>
      whatIsMissing([unknown], { kind: 'district' }, { ...nobody, here }, new Set(absent))?.[0]?.isMet;
    const registered = { ...nothingPresent, structure: ['municipal-board'] };
    expect(isMet(nothingPresent)).toBeNull();
    expect(isMet(nothingPresent, ['n'])).toBe(false);
    expect(isMet(registered)).toBe(true);
    expect(isMet(registered, ['n'])).toBe(true);
  });

  it('is not a mayor where the comarca’s own congress governs', () => {
    const authority = norm({ expects: 'authority', what: 'municipality|congress|traditional' });
    const here = { ...nothingPresent, authority: ['congress'] };
    expect(whatIsMissing([authority], { kind: 'district' }, { ...nobody, here })).toMatchObject([
      { isMet: true },
    ]);
  });

  it('does not take a function for a structure of the same name', () => {
    const here = { ...nothingPresent, function: ['municipal-board'] };
    expect(whatIsMissing([norm({})], { kind: 'district' }, { ...nobody, here })).toMatchObject([
      { isMet: false },
    ]);
  });
});
