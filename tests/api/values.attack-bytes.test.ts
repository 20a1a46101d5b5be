import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { differences, everythingSaid, make, unseenMove } from '../attack-moves.ts';
import { makeAttackWorld, type AttackWorld } from '../attack-world.ts';

// Two countries of which everybody is told the same figures, and in which a hidden number is another. Whatever tells them apart tells that number:
// a word, a picture, a byte of a file, an order of lines, a count of who reported.
let attacked: AttackWorld;
let organisation: string;

beforeAll(async () => {
  attacked = await makeAttackWorld();
  const { world } = attacked;
  organisation = await world.organisation('Ministerio de prueba', 'XA');
}, 240_000);
afterAll(() => attacked.world.stop());

function doors(): string[] {
  const places = ['XA-02', 'XA-0101', 'XA-0104'];
  const span = 'from=2024&to=2024';
  const report = (about: string) =>
    ['json', 'pdf', 'docx'].map((format) => `/api/bulletins/draft?quarter=2024-Q4&${about}&format=${format}`);
  const table = `within=XA&level=2&${span}&period=month`;
  return [
    ...report('territory=XA'),
    ...report(`kind=institution&territory=XA&organisation=${organisation}`),
    ...['XA-0103', 'XA-02'].flatMap((place) => report(`kind=territory&territory=${place}`)),
    ...['csv', 'xlsx', 'dhis2-json', 'dhis2-csv', 'dhis2-xml', 'dhis2-metadata', 'adx'].flatMap((format) => [
      `/api/values/export?indicator=PUERTAS&${table}&by=sex&format=${format}`,
      `/api/values/export?indicator=PUERTAS&within=XA&format=${format}`,
    ]),
    ...['json', 'csv', 'xlsx'].flatMap((format) => [
      `/api/explorations?indicators=PUERTAS,PUERTAS-TASA&${table}&by=sex&format=${format}`,
      `/api/comparisons?indicator=PUERTAS-TASA&within=XA&level=2&period=year&${span}&format=${format}`,
      `/api/comparisons?indicator=PUERTAS&within=XA&level=2&period=month&from=2024-01&to=2024-12&format=${format}`,
    ]),
    ...places.flatMap((place) => [
      `/api/trends?indicator=PUERTAS&territory=${place}&period=month&${span}`,
      `/api/trends?indicator=PUERTAS-TASA&territory=${place}&period=year&${span}`,
      `/api/territories/${place}/situation`,
      `/api/value-corrections?indicator=PUERTAS&territory=${place}`,
      `/api/figure-notes?indicator=PUERTAS&territory=${place}`,
      `/api/dashboard?territory=${place}`,
    ]),
    `/api/value-corrections?indicator=PUERTAS&territory=XA`,
    '/api/dashboard',
    '/api/saved-views',
    '/api/bulletins',
    '/api/report-cycles',
    '/api/indicators/PUERTAS',
    '/api/series?indicator=PUERTAS',
    ...Object.values(attacked.series).flatMap((one) => [
      `/api/series/${one}`,
      `/api/series/${one}/values?limit=200`,
      `/api/values?indicator=PUERTAS&series=${one}&${table}&by=sex`,
      `/api/values/comparison?first=${attacked.series.months}&second=${one}&indicator=PUERTAS&within=XA&level=2&${span}`,
    ]),
  ];
}

describe('a hidden number', () => {
  it('changes not a byte of what anybody else is given: figures, tables, maps, reports, files', async () => {
    const { party, world } = attacked;
    // What is in no figure of theirs would be in what packs much beside figures.
    const packages = doors().filter((door) => /docx|xlsx/.test(door));
    const askers = { everybody: world.visitor, party: party.call };
    const said = async () => ({
      everybody: await everythingSaid(askers.everybody, doors()),
      party: await everythingSaid(askers.party, packages),
    });
    const move = await unseenMove(attacked, askers);
    const before = await said();
    expect(before.everybody.size).toBeGreaterThan(100);
    await make(attacked, move, 1);
    const after = await said();
    await make(attacked, move, -1);
    expect(differences(before.everybody, after.everybody)).toEqual([]);
    expect(differences(before.party, after.party)).toEqual([]);
  }, 900_000);
});
