import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  communes,
  events,
  everythingTold,
  holds,
  makeAttackWorld,
  months,
  type AttackWorld,
  type Event,
} from '../attack-world.ts';
import type { ValuesWorld } from '../values-world.ts';

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

/** Something that happened elsewhere: from one place to another in a month, and back in another month. */
type Move = readonly { readonly event: Event; readonly by: 1 | -1 }[];

function movesOf(told: ReadonlyMap<string, number | null>): Move[] {
  const eventAt = (at: string, month: string, sex: string) =>
    events.find((one) => one.at === at && one.month === month && one.sex === sex && one.age === '18+');
  const found: Move[] = [];
  for (const [first, at] of communes.entries())
    for (const other of communes.slice(first + 1))
      for (const [index, month] of months.entries())
        for (const later of months.slice(index + 1))
          for (const sex of ['f', 'm', 'none']) {
            const corners = [
              [at, month, 1],
              [at, later, -1],
              [other, month, -1],
              [other, later, 1],
            ] as const;
            const move = corners.flatMap(([place, when, by]) => {
              const event = eventAt(place, when, sex);
              return event ? [{ event, by }] : [];
            });
            // What nobody reported, or reported as nothing, is told apart from a number.
            const isPossible = move.length === 4 && move.every(({ event }) => event.value > 2);
            if (isPossible && changedBy(move, told).every((key) => told.get(key) === null)) found.push(move);
          }
  return found;
}

function changedBy(move: Move, told: ReadonlyMap<string, number | null>): string[] {
  return [...told.keys()].filter((key) => {
    const isIn = holds(key);
    return move.reduce((sum, { event, by }) => (isIn(event) ? sum + by : sum), 0) !== 0;
  });
}

/** Makes it so that this is what happened, as if it had been told so from the beginning. */
async function make(move: Move, sign: 1 | -1): Promise<void> {
  const { series, world } = attacked;
  await world.database.owner.transaction().execute(async (tx) => {
    const { rows } = await sql<{
      last: string;
    }>`select coalesce(max(id), 0) as last from value_correction`.execute(tx);
    for (const { event, by } of move) {
      const places = [[series.months, event.at, { sex: event.sex }]] as [number, string, object][];
      if (['0104', '0201'].includes(event.at)) places.push([series.police, '09', {}]);
      for (const [id, code, parts] of places)
        await sql`update data_value set value = value + ${by * sign}
          where series_id = ${id} and period = ${`${event.month}-01`}::date and territory_id = ${await world.territory(code)}
            and disaggregation_id = disaggregation_of(${JSON.stringify(parts)}::jsonb)`.execute(tx);
    }
    await sql`delete from value_correction where id > ${rows[0]?.last ?? '0'}`.execute(tx);
  });
  await world.drain();
}

type Call = ValuesWorld['visitor'];

/** All that comes out of every door that tells figures, by its address. */
async function everythingSaid(call: Call, some: readonly string[]): Promise<Map<string, string>> {
  const said = new Map<string, string>();
  for (const door of some) {
    const answer = await call('GET', door);
    expect([200, 401, 403, 404, 422], `${door}: ${answer.text.slice(0, 200)}`).toContain(answer.status);
    for (const [name, text] of partsOf(answer)) said.set(`${door} ${name}`, withoutMoment(text));
  }
  return said;
}

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

/** What is in an answer: the parts of a package, each by its name, else the whole. */
function partsOf({ bytes, status }: Awaited<ReturnType<Call>>): [string, string][] {
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return [[String(status), bytes.toString('latin1')]];
  return Object.entries(unzipSync(new Uint8Array(bytes))).map(([name, part]) => [
    name,
    strFromU8(part, true),
  ]);
}

/** Without what says when a file was made, and with what number. */
function withoutMoment(text: string): string {
  return text
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?/g, 'MOMENT')
    .replaceAll(/D:\d{14}([+-]\d\d'\d\d'?|Z)?/g, 'MOMENT')
    .replaceAll(/"requestId":"[^"]*"/g, '')
    .replaceAll(
      /(<(?:wp:docPr|pic:cNvPr|w:bookmarkStart|w:bookmarkEnd)\b[^>]*?\b(?:w:)?id=")[^"]*/g,
      '$1NUMBER',
    )
    .replaceAll(/\/ID\s*\[[^\]]*\]|(xmpMM:(Instance|Document)ID>)[^<]*/g, 'NUMBER');
}

/** Where two texts begin to differ. */
function around(one: string, other = ''): string {
  const at =
    Array.from({ length: one.length }, (_, index) => index).find((index) => one[index] !== other[index]) ?? 0;
  return `${one.slice(at - 60, at + 60)} / ${other.slice(at - 60, at + 60)}`;
}

describe('a hidden number', () => {
  it('changes not a byte of what anybody else is given: figures, tables, maps, reports, files', async () => {
    const { party, world } = attacked;
    const callers = { everybody: world.visitor, party: party.call };
    // What is in no figure of theirs would be in what packs much beside figures.
    const packages = doors().filter((door) => /docx|xlsx/.test(door));
    const figures = async () => {
      const told: Record<string, Map<string, number | null>> = {};
      for (const [name, call] of Object.entries(callers)) told[name] = await everythingTold(attacked, call);
      return told;
    };
    const said = async () => {
      const all: Record<string, Map<string, string>> = {};
      for (const [name, call] of Object.entries(callers))
        all[name] = await everythingSaid(call, name === 'party' ? packages : doors());
      return all;
    };
    const before = await figures();
    const hidden = new Map(
      [...(before['everybody'] ?? [])].map(([key]) => [
        key,
        Object.values(before).reduce<number | null>((one, told) => one ?? told.get(key) ?? null, null),
      ]),
    );
    const known = await said();
    expect(known['everybody']?.size).toBeGreaterThan(100);
    let made = 0;
    for (const move of movesOf(hidden)) {
      await make(move, 1);
      const after = await figures();
      // A plan may choose other cells for other figures: then more than the number is told apart.
      if (
        JSON.stringify(Object.values(after).map((told) => [...told])) ===
        JSON.stringify(Object.values(before).map((told) => [...told]))
      ) {
        made += 1;
        for (const [name, all] of Object.entries(await said())) {
          const different = [...all].filter(([door, text]) => known[name]?.get(door) !== text);
          expect(
            different.map(([door, text]) => `${name}: ${door}: ${around(text, known[name]?.get(door))}`),
          ).toEqual([]);
          expect(all.size).toBe(known[name]?.size);
        }
      }
      await make(move, -1);
      if (made === 1) break;
    }
    expect(made).toBeGreaterThan(0);
  }, 900_000);
});
