import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { smallSample } from '../../tests/fixtures/statistics/small-sample.ts';
import { hasOutsideData, outsideData } from '../../tests/outside-data.ts';
import { surveyMean } from './survey-mean.ts';
import { surveyProportion } from './survey-proportion.ts';
import { surveyRatio } from './survey-ratio.ts';
import { surveyTotal } from './survey-total.ts';

const { units, y, group } = smallSample;

describe('a mean by a design', () => {
  it("is what R's survey gives, with a lone cluster measured from the middle", () => {
    const found = surveyMean(units, y);
    expect(found.value).toBeCloseTo(4.70186335404, 10);
    expect(found.standardError).toBeCloseTo(0.508861359561, 10);
    expect(found.designEffect).toBeCloseTo(1.01559286672, 10);
    expect(found.lower).toBeCloseTo(3.39379358629, 8);
    expect(found.upper).toBeCloseTo(6.00993312178, 8);
    expect(found).toMatchObject({ answers: 15, clusters: 8, strata: 3, degrees: 5, mayShow: false });
  });

  it('and with that cluster taken as sure', () => {
    const found = surveyMean(units, y, { loneCluster: 'remove' });
    expect(found.standardError).toBeCloseTo(0.293504565921, 10);
    expect(found.designEffect).toBeCloseTo(0.33787061125, 10);
  });

  it('of a group is estimated within the whole sample, not by cutting it down', () => {
    const found = surveyMean(units, y, { among: group });
    expect(found.value).toBeCloseTo(5.46341463415, 10);
    expect(found.standardError).toBeCloseTo(0.694075407229, 10);
    expect(found.degrees).toBe(3);
    expect(surveyMean(units, y, { among: group, loneCluster: 'remove' }).standardError).toBeCloseTo(
      0.610841302994,
      10,
    );
  });

  it('has no interval where its answers come from one cluster', () => {
    const found = surveyMean([{ weight: 1, stratum: 'a', cluster: '1' }], [3]);
    expect(found).toMatchObject({ value: 3, lower: null, upper: null, designEffect: null });
  });

  it('refuses answers of another sample, and weights below zero', () => {
    expect(() => surveyMean(units, [1])).toThrow(RangeError);
    expect(() => surveyMean([{ weight: -1, stratum: 'a', cluster: '1' }], [3])).toThrow(RangeError);
  });
});

type Answers = { readonly units: typeof units; readonly columns: Record<string, readonly (number | null)[]> };

const barometer = hasOutsideData
  ? gunzipSync(readFileSync(outsideData('perception/lapop_ym23_microdata.csv.gz'))).toString('utf8')
  : '';

function lapop(country: string, wave: string): Answers {
  const [head = '', ...lines] = barometer.trim().split('\n');
  const names = head.replaceAll('"', '').trim().split(',');
  const rows = lines
    .map((line) => line.trim().split(','))
    .filter((cells) => cells[names.indexOf('pais')] === country && cells[names.indexOf('wave')] === wave)
    .map((cells) => Object.fromEntries(cells.map((cell, index) => [names[index] ?? '', cell])));
  const numbers = (name: string) => rows.map((row) => (row[name] ? Number(row[name]) : null));
  return {
    units: rows.map((row) => ({
      weight: Number(row['weight1500']),
      stratum: row['strata'] ?? '',
      cluster: row['upm'] ?? '',
    })),
    columns: { b18: numbers('b18'), pn4: numbers('pn4'), edre: numbers('edre'), ing4: numbers('ing4') },
  };
}

// Means, errors, design effects, degrees and answers by R's survey 4.1-1: svydesign(ids = ~upm, strata = ~strata, weights = ~weight1500, nest = TRUE).
const trust = [
  ['7', '2018', 4.24322580645, 0.0572907470179, 1.37835412659, 57, 1550, 4.12850306441, 4.35794854849],
  ['7', '2023', 4.42070773263, 0.0528420957154, 1.24965169228, 60, 1526, 4.31500780366, 4.5264076616],
  ['6', '2018', 4.27570093458, 0.0612670216437, 1.86595547919, 44, 1498, 4.15222536578, 4.39917650338],
  ['6', '2023', 4.28562048588, 0.0445262723806, 0.910976441755, 52, 1523, 4.19627198367, 4.3749689881],
  ['15', '2023', 4.29270242825, 0.0715670475479, 1.88674259447, 120, 1517, 4.1510046548, 4.43440020169],
  ['9', '2018', 4.30136986301, 0.0501335481404, 1.19374608919, 78, 1533, 4.20156163565, 4.40117809038],
] as const;

describe.skipIf(!hasOutsideData)('trust in the police in the barometer of the Americas', () => {
  it.each(trust)(
    'in country %s, round %s, is %s',
    (country, wave, value, error, effect, degrees, answers, lower, upper) => {
      const { units, columns } = lapop(country, wave);
      const found = surveyMean(units, columns['b18'] ?? []);
      expect(found.value).toBeCloseTo(value, 9);
      expect(found.standardError).toBeCloseTo(error, 9);
      expect(found.designEffect).toBeCloseTo(effect, 8);
      expect(found).toMatchObject({ degrees, answers, mayShow: true });
      expect(found.lower).toBeCloseTo(lower, 8);
      expect(found.upper).toBeCloseTo(upper, 8);
    },
  );

  it.each([
    [
      '7',
      0.534076015718,
      0.0128715641756,
      0.508261062303,
      0.559709733493,
      797.976498008,
      23.4676687162,
      1.54269715352,
      0.0237525925675,
      4.07547169811,
      0.0993425997423,
    ],
    [
      '15',
      0.496243120827,
      0.016453753761,
      0.463727755165,
      0.528790295025,
      740.14943704,
      25.1916631686,
      1.68238544157,
      0.0362425217516,
      4.30554148473,
      0.175075140568,
    ],
  ])('in country %s as a share, a total, a ratio and of a group', (country, ...expected) => {
    const { units, columns } = lapop(country, '2023');
    const { b18 = [], pn4 = [], edre = [] } = columns;
    const trusts = b18.map((answer) => (answer === null ? null : answer >= 5));
    const share = surveyProportion(units, trusts);
    const total = surveyTotal(
      units,
      trusts.map((answer) => Number(answer === true)),
    );
    const ratio = surveyRatio(units, b18, pn4);
    const group = surveyMean(units, b18, { among: edre.map((level) => level === 6) });
    const found = [
      share.value,
      share.standardError,
      share.lower,
      share.upper,
      total.value,
      total.standardError,
      ratio.value,
      ratio.standardError,
      group.value,
      group.standardError,
    ];
    found.forEach((value, index) =>
      expect(Math.abs((value ?? 0) / (expected[index] ?? 1) - 1)).toBeLessThan(1e-6),
    );
  });
});
