import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fold } from '#domain/shared/fold.ts';
import type { TerritoriesPack } from '#domain/territories/pack.ts';
import { sumPopulations } from '#domain/territories/populations.ts';
import { readTerritoriesPack, territoriesPackFiles } from '#formats/packs/read-territories-pack.ts';
import { hasOutsideData, outsideData } from '../outside-data.ts';

type Row = Readonly<Record<string, string>>;

// Suites are collected even where they are not run.
const rowsOf = (path: string): Row[] =>
  hasOutsideData ? parse(readFileSync(outsideData(path), 'utf8'), { columns: true, bom: true }) : [];

function textsOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    territoriesPackFiles.map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );
}

function packOf(folder: string): TerritoriesPack {
  const { pack, problems } = readTerritoriesPack(textsOf(folder));
  expect(problems).toEqual([]);
  if (!pack) throw new Error(`no pack in ${folder}`);
  return pack;
}

/** The names a territory goes by, folded. */
function namesIn(pack: TerritoriesPack, code: string): string[] {
  const own = pack.territories.filter((one) => one.code === code).map((one) => one.name);
  const others = pack.aliases.filter((one) => one.code === code).map((one) => one.name);
  return [...own, ...others].map(fold);
}

const find = (pack: TerritoriesPack, code: string) => pack.territories.find((one) => one.code === code);
const peopleIn = (pack: TerritoriesPack, code: string, year: number) =>
  pack.populations.find((one) => one.code === code && one.year === year);
const kindsIn = (pack: TerritoriesPack) =>
  Object.groupBy(
    pack.territories.filter((one) => one.validTo === null),
    (one) => one.kind,
  );
const number = (text: string | undefined) => (text === undefined || text === '' ? null : Number(text));

describe('a pack', () => {
  it('tells every fault at once, with file, row and field', () => {
    const texts = textsOf('tests/fixtures/packs/XA');
    const broken = {
      ...texts,
      'manifest.json': (texts['manifest.json'] ?? '').replace('900000000', '900000001'),
    };
    expect(readTerritoriesPack(broken)).toMatchObject({
      pack: null,
      problems: [{ sheet: 'manifest.json', field: 'numberBase', code: 'territories.manifest-number-base' }],
    });
    const rows = {
      ...texts,
      'territories.csv': `${texts['territories.csv']}0202,Otra vez,commune,02,,,,,,,xa.law,\n03,Sin fuente,region,03,,2020-13-01,,x,,,xa.none,\n`,
      'populations.csv': `${texts['populations.csv']}9999,2020,5,,,false,census,xa.census,\n0101,2021,5,0101+0102,5,false,census,xa.census,\n`,
      'aliases.csv': 'code,name\n01,Norte\n',
      'overlaps.csv': '',
    };
    const found = readTerritoriesPack(rows).problems.map(({ sheet, row, field, code }) => [
      sheet,
      row,
      field,
      code,
    ]);
    expect(found).toEqual(
      expect.arrayContaining([
        ['territories.csv', 11, 'code', 'territories.code-twice'],
        ['territories.csv', 12, 'parent_code', 'territories.own-parent'],
        ['territories.csv', 12, 'valid_from', 'territories.not-a-day'],
        ['territories.csv', 12, 'longitude', 'territories.not-a-number'],
        ['territories.csv', 12, 'source', 'territories.unknown-source'],
        ['populations.csv', 11, 'code', 'territories.unknown-code'],
        ['populations.csv', 12, 'people', 'territories.own-or-shared'],
        ['aliases.csv', 1, undefined, 'territories.columns-missing'],
        ['overlaps.csv', undefined, undefined, 'territories.file-missing'],
      ]),
    );
  });
});

describe.runIf(hasOutsideData)('the pack of Panama, row by row', () => {
  const pack = packOf('packs/PA');

  it('has 13 provinces and comarcas, 82 districts and one comarca of their rank, 699 corregimientos', () => {
    const kinds = kindsIn(pack);
    expect([kinds['province']?.length, kinds['comarca']?.length]).toEqual([10, 3]);
    expect([kinds['district']?.length, kinds['comarca-district']?.length]).toEqual([82, 1]);
    expect([kinds['corregimiento']?.length, kinds['comarca-corregimiento']?.length]).toEqual([697, 2]);
  });

  it.each(rowsOf('panama/pa_provinces.csv'))('agrees on $province_code $name', (row) => {
    const code = row['province_code'] ?? '';
    expect(find(pack, code)).toMatchObject({
      name: row['name'],
      isoCode: row['iso_3166_2'],
      parentCode: null,
    });
    expect(find(pack, code)?.kind).toBe(row['type'] === 'comarca' ? 'comarca' : 'province');
    expect(peopleIn(pack, code, 2023)?.people).toBe(number(row['population_2023']));
    expect(peopleIn(pack, code, 2010)?.people ?? null).toBe(number(row['population_2010']));
  });

  it('agrees on every district', () => {
    for (const row of rowsOf('panama/pa_districts.csv')) {
      const code = row['district_code'] ?? '';
      const there = find(pack, code);
      expect(namesIn(pack, code), code).toContain(fold((row['district'] ?? '').replace(' (comarca)', '')));
      expect([there?.parentCode, there?.areaKm2, there?.validTo]).toEqual([
        row['province_code'],
        number(row['area_km2']),
        null,
      ]);
      const figure = peopleIn(pack, code, 2023);
      expect([figure?.people ?? null, figure?.shared?.people ?? null]).toEqual([
        number(row['population_2023']),
        number(row['population_of_group_2023']),
      ]);
      expect(figure?.shared?.codes.join('+') ?? '').toBe(row['population_group_2023']);
      if (row['split_from']) {
        expect(pack.successions).toContainEqual(
          expect.objectContaining({ predecessor: row['split_from'], successor: code }),
        );
      }
    }
    expect(peopleIn(pack, '0811', 2023)?.method).toBe('derived');
  });

  it('agrees on every corregimiento, with its name in proper case', () => {
    const shouted: string[] = [];
    for (const row of rowsOf('panama/pa_corregimientos_2023.csv')) {
      const code = row['corregimiento_code'] ?? '';
      const there = find(pack, code);
      const written = fold((row['corregimiento'] ?? '').replace('CEBECERA', 'CABECERA'));
      expect(namesIn(pack, code), code).toContain(written);
      expect([there?.parentCode, there?.longitude, there?.latitude, there?.areaKm2]).toEqual([
        row['district_code'],
        number(row['lon']),
        number(row['lat']),
        number(row['area_km2']),
      ]);
      if (/\p{Lu}{3}|\s{2}|\( |^\p{Ll}/u.test(there?.name ?? '')) shouted.push(there?.name ?? '');
    }
    expect(shouted).toEqual([]);
  });

  it('has districts that add up to their province, and provinces to 4,064,780', () => {
    const figures = pack.populations.filter((one) => one.year === 2023);
    const below = (code: string | null) =>
      pack.territories
        .filter((one) => one.parentCode === code && one.validTo === null && one.code !== '0105')
        .map((one) => one.code);
    for (const province of below(null)) {
      expect(sumPopulations(below(province), figures)).toEqual({
        people: peopleIn(pack, province, 2023)?.people,
        missing: [],
      });
    }
    expect(sumPopulations(below(null), figures)).toEqual({ people: 4_064_780, missing: [] });
  });

  it('knows what became of the districts that were moved in 2014', () => {
    const moved = pack.successions.filter((one) => one.onDate === '2014-01-01' && one.kind === 'transferred');
    expect(moved.map((one) => `${one.predecessor} ${one.successor}`)).toEqual([
      '0801 1301',
      '0803 1303',
      '0804 1304',
      '0807 1307',
      '0809 1309',
    ]);
  });
});

describe.runIf(hasOutsideData)('the pack of Costa Rica, row by row', () => {
  const pack = packOf('packs/CR');

  it('has 7 provinces, 84 cantons and 492 districts', () => {
    const kinds = kindsIn(pack);
    expect([kinds['province']?.length, kinds['canton']?.length, kinds['district']?.length]).toEqual([
      7, 84, 492,
    ]);
  });

  it.each(rowsOf('costa-rica/cr_provinces.csv'))('agrees on $province_code $name', (row) => {
    const code = row['province_code'] ?? '';
    expect(find(pack, code)).toMatchObject({ name: row['name'], isoCode: row['iso_3166_2'] });
    expect(peopleIn(pack, code, 2011)?.people).toBe(number(row['population_2011']));
    expect(peopleIn(pack, code, 2016)?.people).toBe(number(row['population_2016_estimate']));
  });

  it('agrees on every canton', () => {
    for (const row of rowsOf('costa-rica/cr_cantons.csv')) {
      const code = row['canton_code'] ?? '';
      expect(find(pack, code)).toMatchObject({
        name: row['canton'],
        kind: 'canton',
        parentCode: row['province_code'],
      });
      expect(find(pack, code)?.areaKm2 ?? null).toBe(number(row['area_km2']));
      expect(peopleIn(pack, code, 2011)?.people ?? null).toBe(number(row['population_2011']));
      expect(peopleIn(pack, code, 2016)?.people ?? null).toBe(number(row['population_2016_estimate']));
    }
  });

  it('agrees on every district', () => {
    for (const row of rowsOf('costa-rica/cr_districts_2011.csv')) {
      const code = row['district_code'] ?? '';
      expect(namesIn(pack, code), code).toContain(fold(row['district'] ?? ''));
      expect(find(pack, code)).toMatchObject({
        parentCode: row['canton_code'],
        areaKm2: number(row['area_km2']),
      });
      expect(peopleIn(pack, code, 2011)).toMatchObject({
        people: number(row['population_2011']),
        countedElsewhere: row['counted_in_parent'] === '1',
      });
      expect(peopleIn(pack, code, 2016)?.people).toBe(number(row['population_2016_estimate']));
    }
  });

  it('has districts that add up to their canton, and cantons to 4,301,712', () => {
    const figures = pack.populations.filter((one) => one.year === 2011);
    // As the country was divided then: those that ended later count, those that came later do not.
    const then = pack.territories.filter((one) => peopleIn(pack, one.code, 2011));
    const below = (level: string) => then.filter((one) => one.kind === level);
    for (const canton of below('canton')) {
      const districts = below('district')
        .filter((one) => one.parentCode === canton.code)
        .map((one) => one.code);
      expect(sumPopulations(districts, figures).people, canton.code).toBe(
        peopleIn(pack, canton.code, 2011)?.people,
      );
    }
    const cantons = below('canton').map((one) => one.code);
    expect(sumPopulations(cantons, figures)).toEqual({ people: 4_301_712, missing: [] });
  });
});
