import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Holder } from '../access-world.ts';
import { makeValuesWorld, type ValueGiven, type ValuesWorld } from '../values-world.ts';

let world: ValuesWorld;
let national: Holder;
let source: Record<string, unknown>;

const change = '2023-07-01';

beforeAll(async () => {
  world = await makeValuesWorld();
  national = await world.holder('nacional', [{ role: 'national-coordinator', code: 'XA' }]);
  source = { title: 'Ley de límites', published: '2023' };
  await become('XA-01', '0105', ['XA-0103', 'XA-0104'], 'merged');
  await become('XA-02', '0206', ['XA-0202'], 'renamed');
  // Another joins one that goes on.
  await end('XA-0201', [{ reference: 'XA-0101', kind: 'merged' }]);
});
afterAll(() => world.stop());

async function become(parent: string, code: string, before: readonly string[], kind: string) {
  const made = await national.call('POST', '/api/territories', {
    body: {
      parent,
      code,
      name: `Comuna ${code}`,
      kind: 'commune',
      validFrom: change,
      source,
      predecessors: before.map((reference) => ({ reference, kind })),
    },
  });
  if (made.status !== 201) throw new Error(made.text);
  for (const reference of before) await end(reference, []);
}

async function end(reference: string, successors: readonly { reference: string; kind: string }[]) {
  const { version } = (await national.call('GET', `/api/territories/${reference}`)).body;
  const ended = await national.call('POST', `/api/territories/${reference}/end`, {
    body: { on: change, successors, note: null },
    headers: { 'if-match': `"v${version}"` },
  });
  if (ended.status !== 200) throw new Error(ended.text);
}

async function told(
  code: string,
  values: readonly ValueGiven[],
  given: Record<string, unknown> = { counts_people: false },
  adds = true,
) {
  const indicatorId = await world.indicator(code, given);
  const series = await world.series({ indicatorId, adds });
  await world.write(series, values);
}

const look = async (path: string) => {
  const answer = await world.visitor('GET', path);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body;
};
type Point = { period: string; value: number | null; state: string };
const trend = (indicator: string, territory: string, rest = 'from=2022&to=2024') =>
  look(`/api/trends?indicator=${indicator}&territory=${territory}&${rest}`);
const line = ({ points }: { points: Point[] }) =>
  points.map(({ period, state, value }) => [period, value ?? state]);

const years: ValueGiven[] = [
  { at: '0103', on: '2022-03-01', value: 20 },
  { at: '0104', on: '2022-03-01', value: 30 },
  { at: '0103', on: '2023-03-01', value: 11 },
  { at: '0104', on: '2023-03-01', value: 12 },
  { at: '0105', on: '2023-09-01', value: 13 },
  { at: '0105', on: '2024-03-01', value: 44 },
];

describe('the own line of a territory that came whole from others', () => {
  it('goes on from what they said, in the trend, the explorer, files and the API', async () => {
    await told('UNIDAS', years);
    const own = await trend('UNIDAS', 'XA-0105');
    // The year of the change has what each said of its part.
    expect(line(own)).toEqual([
      ['2022', 50],
      ['2023', 36],
      ['2024', 44],
    ]);
    expect(own.notes).toContain('past-joined');
    expect(own.notes).not.toContain('territories-changed');
    expect(
      own.breaks.map(({ from, kind, on }: Record<string, { reference: string }>) => [
        from?.reference,
        kind,
        on,
      ]),
    ).toEqual([
      ['XA-0103', 'merged', change],
      ['XA-0104', 'merged', change],
    ]);
    const explored = await look(
      '/api/explorations?indicators=UNIDAS&within=XA-0105&from=2022&to=2024&period=year',
    );
    expect(explored.rows[0].cells.map(({ value }: Point) => value)).toEqual([50, 36, 44]);
    expect(explored.told[0].breaks).toHaveLength(2);
    const values = await look('/api/values?indicator=UNIDAS&territory=XA-0105&from=2022&to=2024&period=year');
    expect(values.items.map(({ value }: Point) => value)).toEqual([50, 36, 44]);
    const file = await world.visitor(
      'GET',
      '/api/values?indicator=UNIDAS&territory=XA-0105&from=2022&to=2024&period=year&format=csv',
    );
    expect(file.text).toContain('XA-0105,Comuna 0105,2022,,50');
  });

  it('stands in a table of many each with its own figures, so that nothing is there twice', async () => {
    const table = await look(
      '/api/values?indicator=UNIDAS&within=XA-01&level=2&from=2022&to=2024&period=year',
    );
    const cells = table.items.filter(({ period, state }: Point) => state === 'value' && period === '2022');
    expect(
      cells.map(({ territory, value }: { territory: string; value: number }) => [territory, value]),
    ).toEqual([
      ['XA-0103', 20],
      ['XA-0104', 30],
    ]);
    expect(
      table.items.find(
        ({ period, territory }: { period: string; territory: string }) =>
          period === '2022' && territory === 'XA-0105',
      ),
    ).toMatchObject({ value: null, state: 'not-applicable' });
    expect(table.notes).toContain('territories-changed');
  });

  it('is in its report, with a word on where the earlier figures come from', async () => {
    const draft = await look('/api/bulletins/draft?kind=territory&territory=XA-0105&quarter=2024-Q1');
    const words = JSON.stringify(draft.blocks);
    expect(words).toContain('trimestre 1 de 2022');
    expect(words).toContain('pasaron enteros a él');
  });

  it('goes through a new name also where a figure does not add up', async () => {
    const given = { counts_people: false, composition: 'distinct' };
    await told(
      'NOMBRES',
      [
        { at: '0202', on: '2023-05-01', value: 7 },
        { at: '0206', on: '2023-08-01', value: 9 },
      ],
      given,
      false,
    );
    const own = await trend('NOMBRES', 'XA-0206', 'from=2023-05&to=2023-08&period=month');
    expect(line(own)).toEqual([
      ['2023-05', 7],
      ['2023-06', 'not-reported'],
      ['2023-07', 'not-reported'],
      ['2023-08', 9],
    ]);
    expect(own.notes).toContain('past-joined');
  });

  it('protects the sum where one of them is protected', async () => {
    await told(
      'PEQUENAS',
      [
        { at: '0103', on: '2022-03-01', value: 2 },
        { at: '0104', on: '2022-03-01', value: 30 },
        { at: '0105', on: '2024-03-01', value: 40 },
      ],
      { counts_people: true },
    );
    expect(line(await trend('PEQUENAS', 'XA-0105'))[0]).toEqual(['2022', 'protected']);
  });
});

describe('the own line of a territory that did not', () => {
  it('says why: it came from a part, several cannot be added, or nothing was told of one of them', async () => {
    const notesOf = async (code: string, at: string, rest?: string) => (await trend(code, at, rest)).notes;
    expect(await notesOf('UNIDAS', 'XA-0103', 'from=2014&to=2022')).toContain('past-divided');
    const given = { counts_people: false, composition: 'distinct' };
    await told('PERSONAS', [{ at: '0105', on: '2024-03-01', value: 9 }], given, false);
    expect(await notesOf('PERSONAS', 'XA-0105', 'from=2022&to=2024&period=month')).toContain(
      'past-not-added',
    );
    const indicatorId = await world.indicator('SOLAS', { counts_people: false });
    const series = await world.series({ indicatorId, code: '0105' });
    await world.write(series, [{ at: '0105', on: '2024-03-01', value: 9 }]);
    const alone = await trend('SOLAS', 'XA-0105');
    expect(alone.notes).toContain('past-not-told');
    expect(line(alone)).toEqual([['2024', 9]]);
  });

  it('compares what is of one extent only: before another joined it, the figures are shown and held against nothing', async () => {
    await told(
      'CRECIDA',
      [
        ...[2017, 2018, 2019, 2020, 2021, 2022].map((year) => ({
          at: '0101',
          on: `${year}-03-01`,
          value: 20,
        })),
        { at: '0101', on: '2024-03-01', value: 90 },
      ],
      { counts_people: false, topic: 'violence' },
    );
    const own = await trend('CRECIDA', 'XA-0101', 'from=2017&to=2024');
    expect(own.points).toHaveLength(8);
    expect(own.notes).toContain('past-without-parts');
    expect(own.change).toBeNull();
  });
});
