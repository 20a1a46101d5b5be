import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HeldRole } from '#domain/access/actor.ts';
import type { Role } from '#domain/access/roles.ts';
import { scopeOf } from '#domain/access/scope-of.ts';
import type { Refusal } from '#domain/shared/refusal.ts';
import type { Context } from '#services/context.ts';
import { writeTable } from '#formats/tables/index.ts';
import { newId } from '#services/new-id.ts';
import { addTerritoryAlias } from '#services/territories/add-territory-alias.ts';
import { createTerritory } from '#services/territories/create-territory.ts';
import { endTerritory } from '#services/territories/end-territory.ts';
import { exportTerritories } from '#services/territories/export-territories.ts';
import { findTerritoriesByName } from '#services/territories/find-territories-by-name.ts';
import { getTerritory } from '#services/territories/get-territory.ts';
import { importTerritories } from '#services/territories/import-territories.ts';
import { loadPack } from '#services/territories/load-pack.ts';
import { recordPopulation } from '#services/territories/record-population.ts';
import { renameTerritory } from '#services/territories/rename-territory.ts';
import { startApp, type TestApp } from '../server.ts';

const folder = 'tests/fixtures/packs/XA';
let app: TestApp;
let national: Context;
let north: Context;
let municipal: Context;

beforeAll(async () => {
  app = await startApp();
  await loadPack(app.context, { folder });
  national = await somebody('national-coordinator', 'XA');
  north = await somebody('national-analyst', 'XA-01');
  municipal = await somebody('municipal-coordinator', 'XA-0101');
});
afterAll(() => app.stop());

async function somebody(role: Role, reference: string): Promise<Context> {
  const code = reference.slice(3) || 'XA';
  const { id, last_id } = await app.database.owner
    .selectFrom('territory')
    .select(['id', 'last_id'])
    .where('country', '=', 'XA')
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
  const roles: HeldRole[] = [
    { role, territoryId: id, lastId: last_id, organisationId: null, structureId: null },
  ];
  const who = { accountId: newId(), personId: newId(), mayWrite: true };
  const named = { name: 'Coordinación', username: 'coordinacion', via: 'session' as const, sessionId: null };
  return { ...app.context, actor: { kind: 'account', ...who, ...named, roles, scope: scopeOf(who, roles) } };
}

const codeOf = async (work: Promise<unknown>) => {
  const refusal = await work.then(
    () => null,
    (problem: Refusal) => problem,
  );
  return refusal && [refusal.code, ...(refusal.details.problems ?? []).map((problem) => problem.code)];
};

const read = (reference: string) => getTerritory(national, { reference });
const nothing = {
  isoCode: null,
  validFrom: null,
  longitude: null,
  latitude: null,
  areaKm2: null,
  note: null,
};
const commune = (told: { parent?: string; code: string; name?: string; kind?: string }) => ({
  body: { parent: 'XA-02', kind: 'commune', name: 'Comuna Nueva', ...nothing, predecessors: [], ...told },
});

describe('renaming', () => {
  it('keeps the former name, raises the version and makes both findable', async () => {
    const body = { name: 'Santa Fe de la Costa', keepFormerName: true, reason: null };
    const renamed = await renameTerritory(national, { reference: 'XA-0201', version: 1, body });
    expect(renamed).toMatchObject({ name: 'Santa Fe de la Costa', version: 2, origin: 'person' });
    expect(renamed.otherNames).toMatchObject([{ name: 'Santa Fe', kind: 'former' }]);
    const found = await findTerritoriesByName(national, { name: 'santa fe', country: 'XA', limit: 10 });
    expect(found.items.map((item) => [item.reference, item.reason])).toEqual([
      ['XA-0101', 'name'],
      ['XA-0201', 'former-name'],
    ]);
  });

  it('of something that somebody else changed shows how it stands now', async () => {
    const body = { name: 'Otro nombre', keepFormerName: true, reason: null };
    const problem = await renameTerritory(national, { reference: 'XA-0201', version: 1, body }).catch(
      (one: Refusal) => one,
    );
    expect(problem).toMatchObject({ code: 'shared.stale', details: { current: { version: 2 } } });
  });

  it('is not for those who may not, nor for visitors', async () => {
    const body = { name: 'Otro nombre', keepFormerName: true, reason: null };
    expect(await codeOf(renameTerritory(municipal, { reference: 'XA-0101', version: 1, body }))).toEqual([
      'shared.forbidden',
    ]);
    expect(await codeOf(renameTerritory(north, { reference: 'XA-0202', version: 1, body }))).toEqual([
      'shared.forbidden',
    ]);
    const answer = await app.visitor('PUT', '/api/territories/XA-0101/name', {
      body: { name: 'Otro' },
      version: 1,
    });
    expect([answer.status, answer.body.code]).toEqual([401, 'shared.signed-out']);
  });

  it('stays when the pack is loaded again', async () => {
    const loaded = await loadPack(app.context, { folder });
    expect(loaded.territories).toMatchObject({ added: 0, changed: 0, kept: ['0201'] });
    expect((await read('XA-0201')).name).toBe('Santa Fe de la Costa');
  });
});

describe('another name', () => {
  it('is added once', async () => {
    const input = {
      reference: 'XA-0101',
      body: { name: 'Villa Fe', kind: 'alias' as const, source: { id: 'xa.law' } },
    };
    expect((await addTerritoryAlias(north, input)).otherNames).toMatchObject([
      { name: 'Villa Fe', source: { id: 'xa.law' } },
    ]);
    expect(await codeOf(addTerritoryAlias(north, input))).toEqual(['territories.name-taken']);
  });

  it('is refused with a source that nobody knows', async () => {
    const body = { name: 'Villa Nueva', kind: 'alias' as const, source: { id: 'xa.none' } };
    expect(await codeOf(addTerritoryAlias(north, { reference: 'XA-0101', body }))).toEqual([
      'territories.source-not-found',
    ]);
  });
});

describe('a new territory', () => {
  it('gets a number within its parent that nobody had, and its history', async () => {
    const source = { title: 'Ley de la comuna nueva', published: '2026' };
    const input = commune({ code: '0203', name: 'Costa Alta' });
    const made = await createTerritory(national, {
      body: {
        ...input.body,
        validFrom: '2026-01-01',
        source,
        predecessors: [{ reference: 'XA-0202', kind: 'split' }],
      },
    });
    expect(made).toMatchObject({
      reference: 'XA-0203',
      origin: 'person',
      predecessors: [{ reference: 'XA-0202' }],
    });
    expect(made.source).toMatchObject({ title: 'Ley de la comuna nueva', verified: false });
    expect(made.ancestors.map((one) => one.reference)).toEqual(['XA', 'XA-02']);
    expect((await read('XA-02')).children.map((one) => one.reference)).toContain('XA-0203');
  });

  it('is refused by a code that lost its zero, with the code that was meant', async () => {
    const problem = await createTerritory(national, commune({ code: '205' })).catch((one: Refusal) => one);
    expect(problem).toMatchObject({
      code: 'territories.code-questioned',
      details: { values: { candidate: '0205' } },
    });
  });

  it('is refused under a territory of the wrong level, or with a code that is taken', async () => {
    expect(await codeOf(createTerritory(national, commune({ parent: 'XA', code: '0204' })))).toEqual([
      'territories.invalid',
      'territories.parent-of-wrong-level',
    ]);
    expect(await codeOf(createTerritory(national, commune({ code: '0201' })))).toEqual([
      'territories.code-taken',
    ]);
    expect(await codeOf(createTerritory(north, commune({ code: '0205' })))).toEqual(['shared.forbidden']);
  });

  it('may have the code of one that ended, and is another', async () => {
    const made = await createTerritory(
      national,
      commune({ parent: 'XA-01', code: '0102', name: 'Álamos Nuevos' }),
    );
    expect(made.name).toBe('Álamos Nuevos');
    const numbers = await app.database.owner
      .selectFrom('territory')
      .select('id')
      .where('code', '=', '0102')
      .execute();
    expect(new Set(numbers.map(({ id }) => id)).size).toBe(2);
    expect((await loadPack(app.context, { folder })).territories.changed).toBe(0);
  });

  it('gets its own number when two are made at the same moment', async () => {
    const made = await Promise.all(
      ['0105', '0106', '0107'].map((code) => createTerritory(national, commune({ parent: 'XA-01', code }))),
    );
    expect(made.map((one) => one.reference)).toEqual(['XA-0105', 'XA-0106', 'XA-0107']);
  });
});

describe('ending a territory', () => {
  it('says what follows it', async () => {
    const ended = await endTerritory(national, {
      reference: 'XA-0105',
      version: 1,
      body: { on: '2026-05-01', successors: [{ reference: 'XA-0106', kind: 'merged' }], note: null },
    });
    expect(ended).toMatchObject({
      validTo: '2026-05-01',
      successors: [{ reference: 'XA-0106', kind: 'merged' }],
    });
    const again = {
      reference: 'XA-0105',
      version: 2,
      body: { on: '2026-06-01', successors: [], note: null },
    };
    expect(await codeOf(endTerritory(national, again))).toEqual(['territories.already-ended']);
  });

  it('is refused while there are territories within it, for the country, and as its own successor', async () => {
    const body = { on: '2026-05-01', successors: [], note: null };
    expect(await codeOf(endTerritory(national, { reference: 'XA-02', version: 1, body }))).toEqual([
      'territories.has-parts',
    ]);
    expect(await codeOf(endTerritory(national, { reference: 'XA', version: 1, body }))).toEqual([
      'territories.country-stays',
    ]);
    const itself = { ...body, successors: [{ reference: 'XA-0106', kind: 'split' as const }] };
    expect(await codeOf(endTerritory(national, { reference: 'XA-0106', version: 1, body: itself }))).toEqual([
      'territories.invalid',
      'territories.succeeds-itself',
    ]);
  });
});

describe('recording how many people live there', () => {
  it('replaces the figure of the same year and source, and keeps the others', async () => {
    const body = {
      year: 2025,
      people: 2600,
      sharedWith: [],
      method: 'estimate' as const,
      source: { id: 'xa.census' },
      note: null,
    };
    await recordPopulation(north, { reference: 'XA-0101', body });
    const told = await recordPopulation(north, { reference: 'XA-0101', body: { ...body, people: 2700 } });
    expect(told.populations.map(({ year, people }) => [year, people])).toEqual([
      [2025, 2700],
      [2020, 2500],
    ]);
  });

  it('in the place of a figure of the pack stays when the pack is loaded again', async () => {
    const body = {
      year: 2020,
      people: 2501,
      sharedWith: [],
      method: 'census' as const,
      source: { id: 'xa.census' },
      note: null,
    };
    await recordPopulation(north, { reference: 'XA-0101', body });
    await loadPack(app.context, { folder });
    expect((await read('XA-0101')).populations.find(({ year }) => year === 2020)?.people).toBe(2501);
  });

  it('gives a joint figure to all that share it', async () => {
    const source = { title: 'Estimación conjunta' };
    const body = {
      year: 2025,
      people: 3600,
      sharedWith: ['XA-0104'],
      method: 'estimate' as const,
      source,
      note: null,
    };
    await recordPopulation(national, { reference: 'XA-0103', body });
    const other = await read('XA-0104');
    expect(other.population).toMatchObject({ people: null, shared: { people: 3600 } });
    expect(
      await codeOf(
        recordPopulation(national, { reference: 'XA-0103', body: { ...body, sharedWith: ['XA-02'] } }),
      ),
    ).toEqual(['territories.invalid', 'territories.shared-across-levels']);
  });
});

const bring = (context: Context, bytes: Uint8Array, apply: 'yes' | 'no' = 'no') =>
  importTerritories(context, {
    country: 'XA',
    bytes,
    mediaType: 'text/csv',
    apply,
    fileName: 'prueba.csv',
  });

describe('a file of territories', () => {
  const header =
    'code,name,kind,parent_code,iso_code,valid_from,valid_to,population,population_year,longitude,latitude';
  const bytesOf = (...rows: string[]) => new TextEncoder().encode([header, ...rows, ''].join('\n'));
  it('is exported with exactly the columns that others script against', async () => {
    const { bytes, mediaType } = await exportTerritories(national, { country: 'XA', ended: 'yes' });
    const text = new TextDecoder().decode(bytes);
    expect(mediaType).toBe('text/csv; charset=utf-8');
    expect(text.split('\n')[0]).toBe(header);
    expect(text).toContain('\n0103,Álamo Alto,commune,01,,2015-01-01,,,,1.5,2.5\n');
    const answer = await app.visitor('GET', '/api/countries/XA/territories.csv');
    expect(answer.text.split('\n')[0]).toBe(header);
  });

  it('that was exported changes nothing when it comes back', async () => {
    const { bytes } = await exportTerritories(national, { country: 'XA', ended: 'no' });
    const report = await bring(national, bytes, 'yes');
    expect(report).toMatchObject({ applied: true, added: [], changed: [], problems: [] });
    expect(report.unchanged).toBe(report.rows);
  });

  it('tells every fault at once, with row and column, and saves nothing', async () => {
    const bytes = bytesOf(
      '301,Norte,region,,,,,,,,',
      '03,Sur,region,03,,,,,,,',
      '0108,,commune,01,,,,,,,',
      '0109,Comuna,commune,1,,2020-01-01,2019-01-01,,,,',
      '0110,Comuna,village,01,,,,,,,',
      '0111,Comuna,commune,01,,,,100,,200,95',
    );
    const report = await bring(national, bytes);
    const found = report.problems.map(({ code, row, field }) => [row, field, code]);
    expect(found).toEqual(
      expect.arrayContaining([
        [2, 'code', 'territories.code-lost-zeros'],
        [3, 'parent_code', 'territories.own-parent'],
        [4, 'name', 'table.required'],
        [5, 'parent_code', 'territories.code-lost-zeros'],
        [5, 'valid_to', 'territories.ends-before-it-begins'],
        [6, 'kind', 'territories.unknown-kind'],
        [7, 'population_year', 'territories.people-without-year'],
        [7, 'longitude', 'territories.not-degrees'],
      ]),
    );
    expect(await codeOf(bring(national, bytes, 'yes'))).toContain('territories.invalid-import');
    expect(await codeOf(read('XA-0109'))).toEqual(['territories.not-found']);
  });

  it('is applied whole, again without effect, and leaves what it does not tell', async () => {
    const bytes = bytesOf(
      '03,Sur,region,,XA-3,,,900,2024,,',
      '0301,Puerto Sur,commune,03,,2026-01-01,,900,2024,3.5,0.5',
      '0101,Santa Fe del Norte,commune,01,,,,,,0.5,2.5',
    );
    const preview = await bring(national, bytes);
    expect(preview).toMatchObject({
      applied: false,
      rows: 3,
      added: [{ reference: 'XA-03' }, { reference: 'XA-0301' }],
    });
    expect(await codeOf(read('XA-03'))).toEqual(['territories.not-found']);
    expect(await bring(national, bytes, 'yes')).toMatchObject({
      applied: true,
      changed: [{ reference: 'XA-0101' }],
    });
    expect(await read('XA-0101')).toMatchObject({
      name: 'Santa Fe del Norte',
      areaKm2: 60,
      origin: 'import',
    });
    expect((await read('XA-0301')).population).toMatchObject({
      people: 900,
      year: 2024,
      source: { title: 'prueba.csv' },
    });
    expect(await bring(national, bytes, 'yes')).toMatchObject({ added: [], changed: [], unchanged: 3 });
  });

  it('may be a workbook, whose numbers are no codes', async () => {
    const columns = header.split(',').map((key) => ({ key, header: key }));
    const row = { code: 104, name: 'Álamo Bajo', kind: 'commune', parent_code: '01' };
    const bytes = await writeTable([{ name: 'Territorios', columns, rows: [row] }], 'xlsx');
    const report = await bring(national, bytes);
    expect(report.problems).toMatchObject([
      { code: 'territories.code-lost-zeros', row: 2, values: { candidate: '0104' } },
    ]);
  });

  it('is refused in words whatever stands in it', async () => {
    const rows = [
      '0104,Álamo\u0007,commune,01,,,,,,,',
      '0104,Álamo,commune,01,isocode,,,,,,',
      '0104,Álamo,commune,01,,,,99999999999,2024,,',
      '0104,Álamo,commune,01,,,,5,99999,,',
      '0104,Álamo,commune,0104,,,,,,,',
      '0104,Álamo,commune,01,,0000-00-00,,,,1e400,2',
      "0104,Robert'); drop table territory;--,commune,09,,,,,,,",
      ',,,,,,,,,,x',
    ];
    for (const row of rows) expect((await bring(national, bytesOf(row))).problems, row).not.toEqual([]);
    for (const text of ['', 'code', '\u0000\u0001\u0002', header, '<html></html>']) {
      const outcome = await bring(national, new TextEncoder().encode(text)).then(
        ({ problems, rows: count }) => problems.length > 0 || count === 0,
        (problem: Refusal) => problem.name === 'Refusal',
      );
      expect(outcome, text).toBe(true);
    }
  });

  it('is brought in only by whoever may change all that it touches', async () => {
    const own = bytesOf('0101,Santa Fe,commune,01,,,,,,0.5,2.5');
    const other = bytesOf('0202,Puerto,commune,02,,,,,,2.5,0.5');
    expect(await bring(north, own)).toMatchObject({ changed: [{ reference: 'XA-0101' }] });
    expect(await codeOf(bring(north, other))).toEqual(['shared.forbidden']);
    expect(await codeOf(bring(municipal, own))).toEqual(['shared.forbidden']);
  });

  it('keeps a name that looks like a formula from being run, and reads it back', async () => {
    await bring(national, bytesOf("0302,'=1+1,commune,03,,,,,,,"), 'yes');
    expect((await read('XA-0302')).name).toBe('=1+1');
    const { bytes } = await exportTerritories(national, { country: 'XA', ended: 'no' });
    expect(new TextDecoder().decode(bytes)).toContain("0302,'=1+1,");
  });
});

describe('what was done', () => {
  it('is written down', async () => {
    const entries = await app.database.owner.selectFrom('audit_entry').select('operation').execute();
    const written = new Set(entries.map(({ operation }) => operation));
    const deeds = [
      'renameTerritory',
      'addTerritoryAlias',
      'createTerritory',
      'endTerritory',
      'recordPopulation',
    ];
    for (const deed of [...deeds, 'importTerritories']) expect(written).toContain(deed);
  });
});
