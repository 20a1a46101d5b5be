import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feasibilityInterval, linearSolver, tableSystem, type TableSum } from '../../src/statistics/index.ts';
import {
  communes,
  events,
  everythingTold,
  holds,
  makeAttackWorld,
  sumOf,
  type AttackWorld,
  type Event,
} from '../attack-world.ts';

// Somebody who wants to know asks every door, and puts all of it together.
let attacked: AttackWorld;
beforeAll(async () => {
  attacked = await makeAttackWorld();
}, 120_000);
afterAll(() => attacked.world.stop());

/** How narrowly small numbers can be told by somebody who is told these, by linear programming over all of it. */
async function recovered(
  told: ReadonlyMap<string, number | null>,
  below: number,
  isOwn: (key: string) => boolean = () => false,
): Promise<string[]> {
  const idOf = ({ age, at, month, sex }: Event) => `${at}/${month}/${sex}/${age}`;
  const cells = [
    ...events.map((event) => ({ id: idOf(event), value: event.value, standing: 'hidden' as const })),
    ...[...told.keys()].map((id) => ({ id, value: sumOf(events.filter(holds(id))) })),
  ];
  const sums: TableSum[] = [...told.keys()].map((whole) => ({
    whole,
    parts: events.filter(holds(whole)).map(idOf),
  }));
  const system = tableSystem(cells, sums);
  const isShown = (index: number) => (told.get(system.cells[index]?.id ?? '') ?? null) !== null;
  const outsider = feasibilityInterval(await linearSolver(), system, isShown);
  const small = cells.filter(({ id, value }) => told.has(id) && value > 0 && value < below && !isOwn(id));
  expect(small.length).toBeGreaterThan(5);
  const found = small.flatMap(({ id, value }) => {
    const { lower, upper } = outsider.intervalOf(system.place.get(id) ?? -1);
    return upper - lower < Math.min(1.999, below - 1)
      ? [`${id}: ${value} lies between ${lower} and ${upper}`]
      : [];
  });
  outsider.close();
  return found;
}

describe('small numbers that several series tell', () => {
  it('are true to what happened for whoever keeps them', async () => {
    const truth = await everythingTold(attacked, attacked.keeper.call);
    expect(truth.size).toBeGreaterThan(250);
    for (const [key, value] of truth) expect([key, value]).toEqual([key, sumOf(events.filter(holds(key)))]);
  });

  it('are not to be had from all of them together: by sex and by age, by months and years, by old and other borders', async () => {
    const told = await everythingTold(attacked, attacked.world.visitor);
    // Nothing is easier than to hide everything: a quarter of it is shown.
    expect([...told.values()].filter((value) => value !== null).length).toBeGreaterThan(told.size / 4);
    expect(await recovered(told, 5)).toEqual([]);
  });

  it('are not to be had by a party that also looks as everybody does', async () => {
    const everybody = await everythingTold(attacked, attacked.world.visitor);
    const more = await everythingTold(attacked, attacked.party.call);
    const both = new Map(
      [...everybody, ...more].map(([key]) => [key, more.get(key) ?? everybody.get(key) ?? null]),
    );
    const count = (told: ReadonlyMap<string, number | null>) =>
      [...told.values()].filter((one) => one !== null).length;
    expect(count(more)).toBeGreaterThan(count(everybody));
    expect(count(both)).toBe(count(more));
    expect(await recovered(both, 3)).toEqual([]);
  });

  it('are not to be had by whoever keeps the figures of one place and takes them from the sums', async () => {
    const { keeper, party, world } = attacked;
    const truth = await everythingTold(attacked, keeper.call);
    const everybody = await everythingTold(attacked, world.visitor);
    const more = await everythingTold(attacked, party.call);
    const both = new Map([...more].map(([key, value]) => [key, value ?? everybody.get(key) ?? null]));
    for (const [told, below, places] of [
      [everybody, 5, ['0103', '0202', '02', '09']],
      [both, 3, ['0104', '01']],
    ] as const)
      for (const place of places) {
        const own = new Map(
          [...told].map(([key, value]) => [
            key,
            key.startsWith(`XA-${place}`) ? (truth.get(key) ?? null) : value,
          ]),
        );
        const isOwn = (key: string) =>
          events.some((event) => event.at.startsWith(place) && holds(key)(event));
        const known = (key: string) => key.startsWith(`XA-${place}`) || isOwn(key);
        expect(await recovered(own, below, known), `${place}, below ${below}`).toEqual([]);
      }
  }, 600_000);
});

type Said = {
  readonly territory: string;
  readonly period: string;
  readonly crossing: string;
  readonly value: number;
};
type Around = Partial<Said>;

/** Every number of an answer with the place and the time that it stands beside, however deep it lies. */
function numbersIn(answer: unknown, around: Around = {}): Said[] {
  if (Array.isArray(answer)) return answer.flatMap((one) => numbersIn(one, around));
  if (answer === null || typeof answer !== 'object') return [];
  const given = answer as Record<string, unknown>;
  const place = given['territory'] ?? given['place'];
  const here: Around = {
    ...around,
    ...(typeof place === 'string' ? { territory: place } : {}),
    ...(typeof (place as { reference?: unknown } | null)?.reference === 'string'
      ? { territory: (place as { reference: string }).reference }
      : {}),
    ...(typeof given['period'] === 'string' ? { period: given['period'] } : {}),
    ...(typeof given['crossing'] === 'string' ? { crossing: given['crossing'] } : {}),
  };
  const { crossing = '', period, territory } = here;
  const own = ['value', 'numerator', 'events', 'first', 'second', 'difference'].flatMap((name) =>
    typeof given[name] === 'number' && period !== undefined && territory !== undefined
      ? [{ territory, period, crossing, value: given[name] }]
      : [],
  );
  return [...own, ...Object.values(given).flatMap((one) => numbersIn(one, here))];
}

describe('what the figures hide, no other door says', () => {
  it('neither trends, maps, two sources side by side, corrections, histories, bulletins nor a territory’s page', async () => {
    const { series, world } = attacked;
    const told = await everythingTold(attacked, world.visitor);
    const places = ['XA', 'XA-01', 'XA-02', 'XA-09', ...communes.map((code) => `XA-${code}`)];
    const span = 'from=2024&to=2024';
    const doors = [
      ...places.flatMap((place) => [
        ...['month', 'quarter', 'semester', 'year'].flatMap((kind) =>
          ['PUERTAS', 'PUERTAS-TASA'].map(
            (code) => `/api/trends?indicator=${code}&territory=${place}&period=${kind}&${span}`,
          ),
        ),
        `/api/values?indicator=PUERTAS-TASA&territory=${place}&period=month&${span}`,
        `/api/bulletins/draft?kind=territory&territory=${place}&quarter=2024-Q4`,
        `/api/territories/${place}/situation`,
        `/api/value-corrections?indicator=PUERTAS&territory=${place}`,
        `/api/series/${series.months}/history?territory=${place}&period=2024-01&crossing=sex=f`,
      ]),
      ...Object.values(series).flatMap((first) =>
        Object.values(series)
          .filter((second) => second !== first)
          .map(
            (second) =>
              `/api/values/comparison?first=${first}&second=${second}&indicator=PUERTAS&within=XA&level=2&${span}`,
          ),
      ),
    ];
    const leaks: string[] = [];
    const answered = new Set<string>();
    let said = 0;
    for (const door of doors) {
      const answer = await world.visitor('GET', door);
      expect([200, 404, 422], `${door}: ${answer.text.slice(0, 300)}`).toContain(answer.status);
      if (answer.status !== 200) continue;
      answered.add(door.split(/[?]|XA|\d/)[0] ?? '');
      for (const { crossing, period, territory, value } of numbersIn(answer.body)) {
        said += 1;
        if (told.get(`${territory} ${period} ${crossing}`) === null)
          leaks.push(`${door}: ${territory} ${period} ${crossing}: ${value}`);
      }
    }
    expect(said).toBeGreaterThan(100);
    expect([...answered].toSorted()).toEqual([
      '/api/bulletins/draft',
      '/api/series/',
      '/api/territories/',
      '/api/trends',
      '/api/value-corrections',
      '/api/values',
      '/api/values/comparison',
    ]);
    expect(leaks).toEqual([]);
  });

  it('nor any file, nor a map of any month', async () => {
    const { world } = attacked;
    const told = await everythingTold(attacked, world.visitor);
    const isHidden = (place: string, period: string, crossing = '') =>
      told.get(`${place} ${period} ${crossing}`) === null;
    const leaks: string[] = [];
    for (const by of ['', 'sex']) {
      const query = `indicator=PUERTAS&within=XA&level=2&from=2024&to=2024&period=month&by=${by}`;
      const json = await world.visitor('GET', `/api/values/export?${query}&format=dhis2-json`);
      const { dataValues } = JSON.parse(json.text) as {
        dataValues: { orgUnit: string; period: string; value: string; categoryOptionCombo?: string }[];
      };
      expect(dataValues.length).toBeGreaterThan(0);
      for (const { orgUnit, period, value } of by === '' ? dataValues : [])
        if (isHidden(orgUnit, `${period.slice(0, 4)}-${period.slice(4)}`))
          leaks.push(`dhis2 ${orgUnit} ${period} ${value}`);
      const shown = [...told].filter(
        ([key, value]) =>
          value !== null &&
          /^XA-\d{4} 2024-\d\d /.test(key) &&
          !key.startsWith('XA-0102') &&
          (key.endsWith(' ') ? by === '' : by !== '' && key.includes('sex=')),
      ).length;
      // Not one figure more than the API itself tells, in whatever form.
      expect(dataValues.length).toBeLessThanOrEqual(shown);
      for (const format of ['dhis2-csv', 'dhis2-xml', 'adx']) {
        const file = await world.visitor('GET', `/api/values/export?${query}&format=${format}`);
        const values =
          format === 'dhis2-csv'
            ? file.text.trim().split('\n').length - 1
            : file.text.split(/<dataValue\b/).length - 1;
        expect(values, format).toBe(dataValues.length);
      }
      const csv = await world.visitor('GET', `/api/values/export?${query}&format=csv`);
      for (const line of csv.text.trim().split('\r\n').slice(1)) {
        const [, , place = '', , period = '', crossing = '', value = ''] = line.split(',');
        if (isHidden(place, period, crossing) && value !== '') leaks.push(`csv ${line}`);
      }
    }
    for (const month of ['2024-01', '2024-06', '2024-12']) {
      const map = await world.visitor(
        'GET',
        `/api/comparisons?indicator=PUERTAS&within=XA&level=2&period=month&from=${month}&to=${month}`,
      );
      for (const { territory, value } of numbersIn({ ...map.body, period: month }))
        if (isHidden(territory, month)) leaks.push(`map ${territory} ${month} ${value}`);
    }
    expect(leaks).toEqual([]);
  });

  it('nor the explorer, however it is laid out; nor the trail, which is not for everybody', async () => {
    const { party, world } = attacked;
    const told = await everythingTold(attacked, world.visitor);
    const explored = await world.visitor(
      'GET',
      '/api/explorations?indicators=PUERTAS&within=XA&level=2&from=2024&to=2024&period=month&across=period',
    );
    const leaks: string[] = [];
    let said = 0;
    for (const row of explored.body.rows as {
      heads: { axis: string; key: string }[];
      cells: ({ value: number | null } | null)[];
    }[]) {
      const place = row.heads.find(({ axis }) => axis === 'territory')?.key ?? '';
      for (const [index, cell] of row.cells.entries()) {
        if (!cell || cell.value === null) continue;
        said += 1;
        if (told.get(`${place} ${explored.body.columns[index].key} `) === null)
          leaks.push(`${place} ${index}`);
      }
    }
    expect(said).toBeGreaterThan(2);
    expect(leaks).toEqual([]);
    expect((await world.visitor('GET', '/api/audit-entries')).status).toBe(401);
    const own = await party.call('GET', '/api/audit-entries?limit=50');
    expect(JSON.stringify(own.body)).not.toContain('PUERTAS');
    expect((await party.call('GET', `/api/series/${attacked.series.months}`)).body.batches).toEqual([]);
  });
});
