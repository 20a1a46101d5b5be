import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPack } from '#services/territories/load-pack.ts';
import { startApp, type TestApp } from '../server.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
  for (const folder of ['packs/PA', 'packs/CR', 'tests/fixtures/packs/XA'])
    await loadPack(app.context, { folder });
});
afterAll(() => app.stop());

type Item = Record<string, unknown> & { reference: string; name: string };

async function allPages(path: string): Promise<Item[]> {
  const items: Item[] = [];
  let after = '';
  for (;;) {
    const page = await app.visitor('GET', `${path}&limit=200${after}`);
    expect(page.status).toBe(200);
    items.push(...page.body.items);
    if (page.body.next === null) return items;
    after = `&after=${page.body.next}`;
  }
}

describe('countries', () => {
  it('are listed with their kinds in words and how many there are of each', async () => {
    const { body } = await app.visitor('GET', '/api/countries');
    const counts = Object.fromEntries(
      body.items.map((country: { code: string; kinds: { kind: string; count: number }[] }) => [
        country.code,
        Object.fromEntries(country.kinds.map(({ kind, count }) => [kind, count])),
      ]),
    );
    expect(counts).toEqual({
      PA: {
        country: 1,
        province: 10,
        comarca: 3,
        district: 82,
        'comarca-district': 1,
        corregimiento: 697,
        'comarca-corregimiento': 2,
      },
      CR: { country: 1, province: 7, canton: 84, district: 492 },
      XA: { country: 1, region: 2, nation: 1, commune: 5 },
    });
  });

  it('say what their kinds are called, for a district is not the same everywhere', async () => {
    const { body } = await app.visitor('GET', '/api/countries');
    const levels = body.items.map((country: { kinds: { kind: string; level: number }[] }) =>
      country.kinds.find(({ kind }) => kind === 'district'),
    );
    expect(levels.map((kind: { level: number } | undefined) => kind?.level).sort()).toEqual([
      2,
      3,
      undefined,
    ]);
  });
});

describe('the list of territories', () => {
  it('pages through all that are in force, each once', async () => {
    const items = await allPages('/api/territories?country=PA');
    expect(items).toHaveLength(1 + 13 + 83 + 699);
    expect(new Set(items.map(({ reference }) => reference)).size).toBe(items.length);
  });

  it('holds those that have ended only when asked', async () => {
    const items = await allPages('/api/territories?country=PA&level=2&ended=yes');
    expect(items.map(({ reference }) => reference)).toContain('PA-0801');
    expect(items).toHaveLength(88);
  });

  it('shows a country as it was on another day', async () => {
    const then = await allPages('/api/territories?country=PA&level=2&at=2013-06-01');
    const references = then.map(({ reference }) => reference);
    expect(references).toContain('PA-0801');
    expect(references).not.toContain('PA-0104');
  });

  it('finds by part of a name without accents, and below a territory', async () => {
    const { body } = await app.visitor('GET', '/api/territories?text=MIGUELITO&within=PA');
    expect(body.items.map((item: Item) => item.reference)).toEqual(['PA-0810']);
    const below = await app.visitor('GET', '/api/territories?parent=PA-0810');
    expect(below.body.items).toHaveLength(9);
  });

  it('refuses a parent that does not exist', async () => {
    const answer = await app.visitor('GET', '/api/territories?parent=PA-9999');
    expect([answer.status, answer.body.code]).toEqual([404, 'territories.not-found']);
  });
});

describe('one territory', () => {
  it('is told with its codes, names, place and people', async () => {
    const { status, body } = await app.visitor('GET', '/api/territories/PA-0810');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      reference: 'PA-0810',
      code: '0810',
      name: 'San Miguelito',
      kindName: { es: 'distrito', en: 'district' },
      parent: { reference: 'PA-08', name: 'Panamá' },
      population: { year: 2023, people: 280777, method: 'census' },
      childCount: 9,
      version: 1,
      abilities: [],
    });
    expect(body.ancestors.map((one: Item) => one.reference)).toEqual(['PA', 'PA-08']);
    expect(body.children).toHaveLength(9);
    expect(body.children[0].longitude).toBeLessThan(-79);
    expect(body.population.source.title).toContain('Censo');
  });

  it('shows a figure that two share as theirs together', async () => {
    const { body } = await app.visitor('GET', '/api/territories/PA-0303');
    expect(body.population.people).toBeNull();
    expect(body.population.shared).toEqual({
      people: 15835,
      with: [
        { reference: 'PA-0303', name: 'Donoso' },
        { reference: 'PA-0306', name: 'Omar Torrijos Herrera' },
      ],
    });
  });

  it('knows what it was and what became of it', async () => {
    const west = await app.visitor('GET', '/api/territories/PA-1301');
    expect(west.body.predecessors).toMatchObject([
      { reference: 'PA-0801', onDate: '2014-01-01', kind: 'transferred' },
    ]);
    const former = await app.visitor('GET', '/api/territories/PA-0801');
    expect(former.body.validTo).toBe('2014-01-01');
    expect(former.body.successors).toMatchObject([{ reference: 'PA-1301', name: 'Arraiján' }]);
    const province = await app.visitor('GET', '/api/territories/PA-08');
    expect(province.body.formerChildren).toHaveLength(5);
    expect(province.body.successors.map((one: Item) => one.reference)).toEqual(['PA-13']);
  });

  it('says that nothing is known where nothing is', async () => {
    const { body } = await app.visitor('GET', '/api/territories/CR-216');
    expect(body.populations).toEqual([]);
    expect(body.populationOfParts).toBeNull();
    const nation = await app.visitor('GET', '/api/territories/XA-09');
    expect(nation.body.population).toBeNull();
  });

  it('tells what it lies over, from both sides', async () => {
    const over = await app.visitor('GET', '/api/territories/XA-09');
    expect(over.body.overlaps).toMatchObject([
      { reference: 'XA-0101', share: 0.25 },
      { reference: 'XA-0201', share: null },
    ]);
    const under = await app.visitor('GET', '/api/territories/XA-0101');
    expect(under.body.overlaps).toMatchObject([{ reference: 'XA-09' }]);
  });

  it('keeps the comarca that the law ranks with provinces where the statistics have it, and says so', async () => {
    const { body } = await app.visitor('GET', '/api/territories/PA-0105');
    expect(body).toMatchObject({
      kind: 'comarca-district',
      isoCode: 'PA-NT',
      parent: { reference: 'PA-01' },
    });
    expect(body.note).toContain('Ley 188');
  });

  it('is not found by a code that lost its zero', async () => {
    expect((await app.visitor('GET', '/api/territories/PA-801')).status).toBe(404);
  });

  it('is refused by a reference that is none', async () => {
    expect((await app.visitor('GET', '/api/territories/panama')).status).toBe(422);
  });
});

describe('the tree', () => {
  it('is a flat list in order, parents before children', async () => {
    const { body } = await app.visitor('GET', '/api/territories/PA/tree');
    expect(body.items).toHaveLength(1 + 13 + 83 + 699);
    const seen = new Set<string>();
    for (const item of body.items) {
      if (item.parent !== null) expect(seen.has(item.parent)).toBe(true);
      seen.add(item.reference);
    }
  });

  it('goes as deep as it is asked to', async () => {
    const { body } = await app.visitor('GET', '/api/territories/CR/tree?depth=1');
    expect(body.items).toHaveLength(8);
  });
});

const match = async (query: string) => (await app.visitor('GET', `/api/territory-matches?${query}`)).body;

describe('a name', () => {
  it('that is a former one leads to the territory of today', async () => {
    const found = await match('name=Kuna%20Yala&level=1');
    expect(found).toMatchObject({
      isPlain: true,
      items: [{ reference: 'PA-10', reason: 'former-name', matched: 'Kuna Yala' }],
    });
  });

  it('that several have gives them all, and says that it is not plain', async () => {
    const found = await match('name=Santa%20Fe&country=PA&level=2');
    expect(found.isPlain).toBe(false);
    expect(found.items.slice(0, 2).map((item: Item) => item.reference)).toEqual(['PA-0503', 'PA-0909']);
    expect(found.items[0].ancestors.map((one: Item) => one.name)).toEqual(['Panamá', 'Darién']);
  });

  it('that one code and two provinces share is plain once its place is known', async () => {
    const found = await match('name=santa%20fe&within=PA-09&level=2');
    expect(found).toMatchObject({ isPlain: true, items: [{ reference: 'PA-0909' }] });
  });

  it('in upper case without accents, or with a typing error, is understood', async () => {
    expect((await match('name=BOCAS%20DEL%20TORO&level=1')).items[0]).toMatchObject({
      reference: 'PA-01',
      reason: 'name',
    });
    expect((await match('name=Chanuginola&level=2')).items[0]).toMatchObject({
      reference: 'PA-0102',
      reason: 'typing-error',
    });
    expect((await match('name=Comarca%20Ng%C3%B6be-Bugl%C3%A9')).items[0]).toMatchObject({
      reference: 'PA-12',
    });
    expect((await match('name=Alfaro%20Ruiz')).items[0]).toMatchObject({
      reference: 'CR-211',
      reason: 'former-name',
    });
  });
});

describe('searching everything', () => {
  it('finds a territory by a name it had', async () => {
    const { body } = await app.visitor('GET', '/api/search?text=kuna%20yala');
    expect(body.items.map((item: { id: string }) => item.id)).toContain('PA-10');
  });

  it('leads to the territory of today, not to the one that ended under the same name', async () => {
    const { body } = await app.visitor('GET', '/api/search?text=arraijan&limit=50');
    const found = body.items
      .filter((item: { kind: string }) => item.kind === 'territory')
      .map((item: { id: string }) => item.id);
    expect(found).toContain('PA-1301');
    expect(found).not.toContain('PA-0801');
  });
});

describe('whatever is asked', () => {
  const strange = [
    "'",
    '%00',
    '%',
    '../..',
    '9'.repeat(400),
    '%F0%9F%98%80',
    '-1',
    'null',
    '%E2%80%AE',
    '1e309',
    '{}',
  ];

  it('is answered or refused, and never fails', async () => {
    const paths = strange.flatMap((text) => [
      `/api/territories/${text}`,
      `/api/territories/PA-${text}/tree?depth=${text}`,
      `/api/territories?text=${text}`,
      `/api/territories?kind=${text}&country=${text}`,
      `/api/territories?after=${text}&limit=${text}`,
      `/api/territories?at=${text}&level=${text}`,
      `/api/territory-matches?name=${text}&within=${text}`,
      `/api/territory-matches?name=${text}`,
      `/api/countries/${text}/territories.csv?ended=${text}`,
    ]);
    for (const path of paths) expect((await app.visitor('GET', path)).status, path).toBeLessThan(500);
  });
});
