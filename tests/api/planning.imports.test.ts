import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeTable } from '#formats/tables/index.ts';
import { makeWorld, type Holder, type World } from '../access-world.ts';

let world: World;
let centre: Holder;
let institution: Holder;
let focal: Holder;
let stranger: Holder;
let ministry = '';

beforeAll(async () => {
  world = await makeWorld();
  ministry = await world.organisation('Ministerio de ejemplo', 'XA');
  const other = await world.organisation('Instituto de ejemplo', 'XA');
  centre = await world.holder('nacional', [{ role: 'national-coordinator', code: 'XA' }]);
  institution = await world.holder('enlace', [
    { role: 'institutional-coordinator', code: 'XA', organisationId: ministry },
  ]);
  focal = await world.holder('local', [
    { role: 'institutional-focal-point', code: '0101', organisationId: ministry },
  ]);
  stranger = await world.holder('ajeno', [
    { role: 'institutional-coordinator', code: 'XA', organisationId: other },
  ]);
});
afterAll(() => world.stop());

const csv = (text: string) => ({ bytes: new TextEncoder().encode(text), mediaType: 'text/csv' });
const send = (who: Holder, file: { bytes: Uint8Array; mediaType: string }, name = 'POA.csv') =>
  who.call('POST', `/api/inventory-imports?organisation=${ministry}&fileName=${name}`, file);
const seen = async (runId: string) => (await institution.call('GET', `/api/inventory-imports/${runId}`)).body;
// applyInventoryImport is 'application', revokeInventoryImport 'revocation'.
const deed = (who: Holder, runId: string, how: string) =>
  who.call('POST', `/api/inventory-imports/${runId}/${how}`);
const count = async () =>
  (await world.visitor('GET', `/api/inventory?organisation=${ministry}`)).body.count as number;
const started = async (text: string) => (await send(institution, csv(text))).body.runId as string;

const sheet = `Ministerio de ejemplo;;;;;
Plan operativo anual 2026;;;;;
Código;Actividad;Meta;Comuna;Presupuesto;Unidad responsable
1.1;Ligas deportivas para jóvenes;20 ligas;Álamo Alto;B/. 1,234.50;Dirección de Juventud
1.2;Prevención de la violencia en colegios;12 colegios;Puerto Viejo;₡1.234,50;Dirección de Escuelas
;;;;;
;PROGRAMA 2;;;;
2.1;Mantenimiento de flota;;;;Servicios
Total;;;;B/. 9,999.00;
`;

describe('an operating plan', () => {
  let runId = '';

  it('is taken as it is, its columns guessed, and nothing is imported yet', async () => {
    expect((await send(stranger, csv(sheet))).status).toBe(403);
    expect(
      (await world.visitor('POST', `/api/inventory-imports?organisation=${ministry}`, csv(sheet))).status,
    ).toBe(401);
    runId = await started(sheet);
    const report = await seen(runId);
    const fields = report.columns.map((one: { field: string | null }) => one.field);
    expect(fields).toEqual(['code', 'title', 'goal', 'place-2', 'amount', 'unit']);
    expect(report).toMatchObject({ year: 2026, creates: 3, changes: 0, same: 0, problems: [] });
    const ofRows = report.notes.filter((note: { row: number | null }) => note.row !== null);
    expect(ofRows.map((note: { code: string; row: number }) => [note.code, note.row])).toEqual([
      ['planning.row-heading', 7],
      ['planning.row-total', 9],
    ]);
    expect(report.rows[0].suggestion).toEqual({
      link: 'indirect',
      words: ['juventud', 'jóvenes', 'deportivas'],
    });
    expect(report.rows[1].suggestion).toMatchObject({ link: 'direct', words: ['violencia'] });
    expect(report.rows[2].suggestion).toEqual({ link: null, words: [] });
    expect(await count()).toBe(0);
    expect((await stranger.call('GET', `/api/inventory-imports/${runId}`)).status).toBeGreaterThan(400);
  });

  it('is imported whole, with its amounts understood, and undecided', async () => {
    expect((await deed(stranger, runId, 'application')).status).toBeGreaterThan(400);
    const done = await deed(institution, runId, 'application');
    expect([done.status, done.body]).toMatchObject([200, { creates: 3 }]);
    expect((await deed(institution, runId, 'application')).body.code).toBe('planning.import-not-open');
    const { items } = (await world.visitor('GET', `/api/inventory?organisation=${ministry}`)).body;
    const found = items.map((one: Record<string, unknown>) => [
      one['title'],
      one['amount'],
      one['currency'],
      one['link'],
    ]);
    expect(found).toEqual([
      ['Ligas deportivas para jóvenes', '1234.50', 'PAB', 'undecided'],
      ['Mantenimiento de flota', null, null, 'undecided'],
      ['Prevención de la violencia en colegios', '1234.50', 'CRC', 'undecided'],
    ]);
    expect(items[0]).toMatchObject({
      origin: 'import',
      poaCode: '1.1',
      periodFrom: '2026-01-01',
      amountYear: 2026,
    });
  });

  it('doubles nothing when it is brought in again, and changes what changed', async () => {
    const again = await started(sheet);
    expect((await deed(institution, again, 'application')).body).toMatchObject({
      creates: 0,
      changes: 0,
      same: 3,
    });
    const changed = await started(sheet.replace('B/. 1,234.50', 'B/. 2,000.00'));
    expect((await deed(institution, changed, 'application')).body).toMatchObject({ changes: 1, same: 2 });
    expect(await count()).toBe(3);
    const built = await deed(institution, runId, 'revocation');
    expect(built.body.code).toBe('planning.import-built-upon');
    expect((await deed(institution, changed, 'revocation')).status).toBe(200);
    expect((await deed(institution, changed, 'revocation')).body.code).toBe('planning.import-not-applied');
    const { items } = (await world.visitor('GET', `/api/inventory?organisation=${ministry}`)).body;
    expect(items[0].amount).toBe('1234.50');
  });

  it('is taken back whole, unless a link was decided since', async () => {
    const before = await count();
    const text = 'Programa,Año\nHuertos en el barrio,2026\nCine en la plaza,2026\n';
    const first = await started(text);
    await deed(institution, first, 'application');
    expect(await count()).toBe(before + 2);
    expect((await deed(institution, first, 'revocation')).status).toBe(200);
    expect(await count()).toBe(before);
    const second = await started(text);
    await deed(institution, second, 'application');
    const list = await world.visitor('GET', `/api/inventory?organisation=${ministry}&text=huertos`);
    const decided = await centre.call('POST', `/api/inventory/${list.body.items[0].id}/link`, {
      version: 1,
      body: { link: 'none', criterion: 'Es alimentación', office: 'Oficina de Prevención' },
    });
    expect(decided.status).toBe(200);
    expect((await deed(institution, second, 'revocation')).body.code).toBe('planning.import-built-upon');
    expect(await count()).toBe(before + 2);
  });

  it('remembers what the columns of the organisation were said to hold', async () => {
    const text = 'Cosa,Cuánto\nTaller de mediación,500\n';
    const unknown = await started(text);
    expect((await seen(unknown)).problems).toMatchObject([{ code: 'planning.no-title-column' }]);
    expect((await deed(institution, unknown, 'application')).body.code).toBe('planning.import-problems');
    const columns = [
      { index: 0, field: 'title' },
      { index: 1, field: 'amount' },
    ];
    // setInventoryColumns
    const set = (body: object) =>
      institution.call('POST', `/api/inventory-imports/${unknown}/columns`, { body });
    const twice = await set({ columns: [...columns, { index: 1, field: 'title' }], year: null });
    expect(twice.body.problems).toMatchObject([{ code: 'planning.column-twice', field: 'column-1' }]);
    expect((await set({ columns, year: 2026 })).status).toBe(200);
    expect(await seen(unknown)).toMatchObject({ creates: 1, problems: [], year: 2026 });
    await deed(institution, unknown, 'application');
    const next = await seen(await started('Cosa,Cuánto\nTaller de arte,700\n'));
    expect(next.columns.map((one: { field: string }) => one.field)).toEqual(['title', 'amount']);
  });
});

describe('bad sheets', () => {
  it('are told by row and column, and nothing of them is imported', async () => {
    const before = await count();
    const text = `Actividad,Lugar,Presupuesto,Año
Charlas,Atlántida,100,2026
Charlas de barrio,Álamo Alto,-5,2026
Charlas de noche,Álamo Alto,"1,2345",2026
Charlas al alba,Álamo Alto,XYZ 40,2026
Charlas en rueda,Álamo Alto,cien,2026
Charlas otra vez,Santa Fe,10,2026
Charlas dos,Álamo Alto,10,el próximo
Charlas tres,Álamo Alto,10,2026
CHARLAS TRES,Álamo Alto,20,2026
,Álamo Alto,20,2026
Apoyo a 8-123-4567,Álamo Alto,20,2026
`;
    const runId = await started(text);
    const { problems } = await seen(runId);
    expect(problems.map((one: Record<string, unknown>) => [one['row'], one['column'], one['code']])).toEqual([
      [2, 'B', 'planning.unknown-place'],
      [3, 'C', 'planning.negative-amount'],
      [4, 'C', 'planning.ambiguous-amount'],
      [5, 'C', 'planning.unknown-currency'],
      [6, 'C', 'planning.not-an-amount'],
      [7, 'B', 'planning.several-places'],
      [8, 'D', 'planning.not-a-year'],
      [10, 'A', 'planning.row-repeated'],
      [11, 'A', 'planning.title-missing'],
      [12, 'A', 'actors.personal-identity-number'],
    ]);
    expect(problems.every((one: { message: string }) => one.message.length > 10)).toBe(true);
    const refused = await deed(institution, runId, 'application');
    expect(refused).toMatchObject({ status: 422, body: { code: 'planning.import-problems' } });
    expect(await count()).toBe(before);
  });

  it('are not brought in where the sender may not write', async () => {
    const refused = await focal.call(
      'POST',
      `/api/inventory-imports?organisation=${ministry}`,
      csv('Actividad,Lugar\nCharlas,Puerto Viejo\n'),
    );
    expect(refused.status).toBe(403);
  });

  it('are refused by name when they are no sheet', async () => {
    const picture = {
      bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]),
      mediaType: 'text/csv',
    };
    expect((await send(institution, picture)).body.code).toBe('table.picture');
    const long = `Actividad\n${Array.from({ length: 5001 }, (_none, index) => `Taller ${index}`).join('\n')}\n`;
    expect((await send(institution, csv(long))).body.code).toBe('planning.import-too-long');
  });

  it('are read in the encoding they were written in', async () => {
    const latin = new Uint8Array(Buffer.from('Actividad,Año\nNiñez en paz,2026\n', 'latin1'));
    const { runId } = (await send(institution, { bytes: latin, mediaType: 'text/csv' })).body;
    expect((await seen(runId)).rows).toMatchObject([{ name: 'Niñez en paz' }]);
  });

  it('are read through headings that span several columns', async () => {
    const columns = ['a', 'b', 'c', 'd'].map((key) => ({ key, header: key }));
    const rows = [
      { a: 'Plan operativo 2026', b: '', c: '', d: '' },
      { a: 'Actividad', b: 'Comuna', c: 'Presupuesto', d: '' },
      { a: '', b: '', c: 'Inicial', d: 'Modificado' },
      { a: 'Mediación barrial', b: 'Álamo Alto', c: '10.5', d: '12' },
    ];
    const bytes = await writeTable([{ name: 'POA', columns, rows }], 'xlsx');
    const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const { runId } = (await send(institution, { bytes, mediaType }, 'POA.xlsx')).body;
    const report = await seen(runId);
    expect(report).toMatchObject({ problems: [], rows: [{ row: 5, name: 'Mediación barrial' }], year: 2026 });
    const amount = report.columns.find((one: { field: string | null }) => one.field === 'amount');
    expect(amount).toMatchObject({ letters: 'C', header: 'Inicial (Presupuesto)' });
  });
});
