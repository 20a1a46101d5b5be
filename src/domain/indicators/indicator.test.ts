import { describe, expect, it } from 'vitest';
import { isIccsCode, isSdgCode, nameIccs } from './codes.ts';
import { partsLast, problemsOfIndicator, refuseChangeOfMeaning, type IndicatorFields } from './indicator.ts';
import type { Composition } from './vocabulary.ts';

const rate: IndicatorFields = {
  code: 'TASA-1',
  title: 'Tasa de homicidios',
  titleEn: null,
  topic: 'lethal-violence',
  composition: 'ratio',
  unit: 'por 100 000 habitantes',
  unitEn: null,
  decimals: 1,
  direction: 'down',
  countsPeople: true,
  countingUnit: null,
  numerator: 'HOM',
  denominatorKind: 'population',
  denominator: null,
  whole: null,
  multiplier: 100_000,
  finestPeriod: 'year',
  lowBound: 0,
  highBound: null,
  rule: null,
  framework: null,
  sdgCodes: ['16.1.1'],
  iccsCodes: ['0101'],
  dimensions: [{ dimension: 'sex', isRequired: false }],
};
const known = {
  parts: new Map<string, Composition>([
    ['HOM', 'count'],
    ['VEH', 'stock'],
    ['FEM', 'count'],
    ['FEM-NNA', 'count'],
    ['PERSONAS', 'distinct'],
    ['OTRA-TASA', 'ratio'],
    ['TASA-1', 'ratio'],
  ]),
  dimensions: new Set(['sex']),
  wholes: new Map<string, string | null>([
    ['FEM', 'HOM'],
    ['FEM-NNA', 'FEM'],
  ]),
};
const faults = (more: Partial<IndicatorFields>) =>
  problemsOfIndicator({ ...rate, ...more }, known).map(({ code, field }) => `${field}: ${code}`);

describe('an indicator', () => {
  it('that is a ratio is made of two parts that add up', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ denominatorKind: 'indicator', denominator: 'VEH' })).toEqual([]);
    expect(faults({ numerator: null, denominatorKind: null })).toEqual([
      'numerator: indicators.part-missing',
      'denominatorKind: indicators.part-missing',
    ]);
    expect(faults({ numerator: 'NADA' })).toEqual(['numerator: indicators.unknown-part']);
    expect(faults({ numerator: 'PERSONAS' })).toEqual(['numerator: indicators.part-does-not-add']);
    expect(faults({ denominator: 'VEH' })).toEqual(['denominator: indicators.denominator-twice']);
  });

  it('is part only of what adds up as it does, and never of itself, by whatever way round', () => {
    const count = { composition: 'count', numerator: null, denominatorKind: null, code: 'HOM' } as const;
    expect(faults({ ...count, code: 'FEM', whole: 'HOM' })).toEqual([]);
    expect(faults({ ...count, whole: 'NADA' })).toEqual(['whole: indicators.unknown-part']);
    expect(faults({ ...count, whole: 'PERSONAS' })).toEqual(['whole: indicators.whole-does-not-add']);
    expect(faults({ whole: 'HOM' })).toEqual(['whole: indicators.whole-does-not-add']);
    expect(faults({ ...count, whole: 'HOM' })).toEqual(['whole: indicators.whole-in-circle']);
    expect(faults({ ...count, whole: 'FEM-NNA' })).toEqual(['whole: indicators.whole-in-circle']);
  });

  it('comes after what it is made or part of', () => {
    const of = (code: string, composition: Composition, whole: string | null = null) => ({
      code,
      composition,
      whole,
    });
    const all = [
      of('TASA', 'ratio'),
      of('FEM-NNA', 'count', 'FEM'),
      of('FEM', 'count', 'HOM'),
      of('HOM', 'count'),
    ];
    expect(partsLast(all, (one) => one).map(({ code }) => code)).toEqual(['HOM', 'FEM', 'FEM-NNA', 'TASA']);
  });

  it('can never be made of itself, at any distance: no ratio is a part', () => {
    expect(faults({ numerator: 'OTRA-TASA' })).toEqual(['numerator: indicators.part-does-not-add']);
    expect(faults({ numerator: 'TASA-1' })).toEqual(['numerator: indicators.part-does-not-add']);
  });

  it('names its faults all at once, each with its field', () => {
    expect(
      faults({
        code: 'sin espacios ',
        lowBound: 5,
        highBound: 1,
        sdgCodes: ['16'],
        iccsCodes: ['12'],
        dimensions: [{ dimension: 'colour', isRequired: true }],
      }),
    ).toEqual([
      'code: indicators.not-a-code',
      'highBound: indicators.bounds-crossed',
      'sdgCodes: indicators.not-an-sdg-code',
      'iccsCodes: indicators.not-an-iccs-code',
      'dimensions: indicators.unknown-dimension',
    ]);
  });

  it('that the system computes has a rule that the system has, and hides nobody', () => {
    const computed = {
      composition: 'computed',
      numerator: null,
      denominatorKind: null,
      countsPeople: false,
    } as const;
    expect(faults({ ...computed, rule: 'C2' })).toEqual([]);
    expect(faults({ ...computed, rule: 'C99' })).toEqual(['rule: indicators.unknown-rule']);
    expect(faults({ ...computed, rule: 'C2', countsPeople: true })).toEqual([
      'countsPeople: indicators.computed-counts-nobody',
    ]);
    expect(faults({ rule: 'C2' })).toEqual(['rule: indicators.rule-without-computing']);
  });

  it('keeps its meaning once there are figures, and stays additive while others are made of it', () => {
    const count: IndicatorFields = { ...rate, composition: 'count', numerator: null, denominatorKind: null };
    const change = (uses: { series: number; ratios: number }, after: Partial<IndicatorFields>) => () =>
      refuseChangeOfMeaning(count, { ...count, ...after }, uses);
    expect(change({ series: 1, ratios: 0 }, { title: 'Otro título', direction: 'none' })).not.toThrow();
    expect(change({ series: 1, ratios: 0 }, { unit: 'casos' })).toThrow('indicators.has-figures');
    expect(change({ series: 0, ratios: 0 }, { unit: 'casos' })).not.toThrow();
    expect(change({ series: 0, ratios: 1 }, { composition: 'distinct' })).toThrow('indicators.is-part');
    expect(change({ series: 0, ratios: 1 }, { composition: 'stock' })).not.toThrow();
  });
});

describe('codes of others', () => {
  it('are looked at for their form', () => {
    expect(['16.1.1', '4.a.1', '5.2.2', '11.7.2'].filter((code) => !isSdgCode(code))).toEqual([]);
    expect(['16', '18.1.1', '4.1', '', '16.1.1.'].filter(isSdgCode)).toEqual([]);
    expect(['01', '0101', '05021', '020221', '1109'].filter((code) => !isIccsCode(code))).toEqual([]);
    expect(['00', '12', '1', '010', '0101011', '01O1'].filter(isIccsCode)).toEqual([]);
  });

  it('of offences are called by their own category, or by the nearest known that holds it, which is then not verified', () => {
    const named = { code: '0502', title: 'Hurto', titleEn: 'Theft', isVerified: true };
    const known = new Map([[named.code, named]]);
    expect(nameIccs('0502', known)).toEqual({ ...named, within: null });
    expect(nameIccs('05021', known)).toMatchObject({ title: 'Hurto', within: '0502', isVerified: false });
    expect(nameIccs('0101', known)).toMatchObject({ title: null, within: null });
  });
});
