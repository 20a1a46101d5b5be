import { describe, expect, it } from 'vitest';
import { indicatorCodes } from '#domain/compliance/indicators.ts';
import { fieldsOfCatalogue } from '#domain/indicators/catalogue-fields.ts';
import { problemsOfIndicator } from '#domain/indicators/indicator.ts';
import { readCrosswalks } from '#formats/values/read-crosswalks.ts';
import { readCatalogue } from '#formats/indicators/read-catalogue.ts';
import { listFiles, nameOf, read } from './tree.ts';

const folder = 'packs/indicators';
const files = listFiles(folder);
const international = readCatalogue(
  Object.fromEntries(
    files
      .filter((path) => path.endsWith('.json') && nameOf(path) !== 'crosswalk.json')
      .map((path) => [nameOf(path), read(path)]),
  ),
);
const national = listFiles('packs')
  .filter((path) => /^packs\/[A-Z]{2}\/indicators\.json$/.test(path))
  .map((path) => ({ country: path.slice(6, 8), ...readCatalogue({ 'indicators.json': read(path) }) }));
const all = [...international.indicators, ...national.flatMap(({ indicators }) => indicators)];

describe('the catalogue of indicators', () => {
  it('is data of one form, and its sources in words', () => {
    expect(files.filter((path) => !path.endsWith('.json'))).toEqual([`${folder}/SOURCES.md`]);
  });

  it('names every indicator once; those of a country by its code', () => {
    const codes = all.map(({ code }) => code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    for (const { country, indicators } of national)
      expect(indicators.filter(({ code }) => !code.startsWith(`${country}-`))).toEqual([]);
  });

  it('makes every ratio of parts that exist and add up, of dimensions that exist, with codes that are well formed', () => {
    const parts = new Map(all.map(({ code, composition }) => [code, composition]));
    const wholes = new Map(all.map(({ code, whole }) => [code, whole]));
    const dimensions = new Set(international.dimensions.map(({ code }) => code));
    const problems = all.flatMap((one) =>
      problemsOfIndicator(fieldsOfCatalogue(one), { parts, wholes, dimensions }).map((problem) => ({
        of: one.code,
        ...problem,
      })),
    );
    expect(problems).toEqual([]);
  });

  it('says in both languages what each one measures, and what it does not', () => {
    const counted = all.filter(({ topic }) => topic !== 'population');
    expect(counted.filter(({ limits, code }) => limits === null && code !== 'ALCOHOL-PRUEBAS')).toEqual([]);
    expect(
      all.filter(({ title, definition }) => title.es === title.en || definition.es === definition.en),
    ).toEqual([]);
  });

  it('has in every dimension one category for what the source did not say, so that parts add up to the whole', () => {
    for (const { code, categories } of international.dimensions) {
      expect(
        categories.filter(({ isUnknown }) => isUnknown),
        code,
      ).toHaveLength(1);
      const codes = categories.map((one) => one.code);
      expect(
        codes.filter((one, index) => codes.indexOf(one) !== index),
        code,
      ).toEqual([]);
    }
  });

  it('has the nineteen of the regional system and what the system computes, no more than it can', () => {
    const ofFramework = (name: string) => all.filter(({ framework }) => framework === name);
    expect(ofFramework('ses').map(({ code }) => code)).toEqual(
      Array.from({ length: 19 }, (_, index) => `SES-${index + 1}`),
    );
    expect(ofFramework('process').map(({ rule }) => rule)).toEqual([...indicatorCodes]);
  });

  it('protects people and incidents, never commitments or meetings', () => {
    expect(ofComposition('computed').filter(({ countsPeople }) => countsPeople)).toEqual([]);
    const unprotected = all.filter(
      ({ countingUnit, countsPeople }) =>
        ['victims', 'deaths', 'complaints'].includes(countingUnit ?? '') && !countsPeople,
    );
    expect(unprotected).toEqual([]);
  });

  it('names only sources that it describes', () => {
    const known = new Set(international.sources.map(({ id }) => id));
    expect(all.filter(({ source }) => source !== null && !known.has(source)).map(({ code }) => code)).toEqual(
      [],
    );
  });
});

function ofComposition(wanted: string) {
  return all.filter(({ composition }) => composition === wanted);
}

describe('what offences are called', () => {
  const crosswalks = [...listFiles(folder), ...listFiles('packs')]
    .filter((path) => /(^|\/)crosswalk\.json$/.test(path))
    .flatMap((path) => readCrosswalks(read(path)));

  it('leads to indicators that are there and are told, not computed', () => {
    const told = new Map(all.map(({ code, composition }) => [code, composition]));
    const astray = crosswalks
      .flatMap(({ entries }) => entries)
      .filter(
        ({ indicator }) => indicator !== null && !['count', 'stock'].includes(told.get(indicator) ?? ''),
      );
    expect(crosswalks.length).toBeGreaterThan(1);
    expect(astray).toEqual([]);
  });
});
