import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeTable } from '#formats/tables/index.ts';
import { makeWorld, type Holder, type World } from '../access-world.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const json = 'application/octet-stream';
let world: World;
let national: Holder;
let municipal: Holder;
let owner: string;

beforeAll(async () => {
  world = await makeWorld();
  owner = await world.organisation('Ministerio de la Paz de ejemplo', 'XA');
  national = await world.holder('nacional', [{ role: 'national-coordinator', code: 'XA' }]);
  municipal = await world.holder('comuna', [{ role: 'municipal-coordinator', code: '0101' }]);
});
afterAll(() => world.stop());

async function emptyDraft(title: string): Promise<string> {
  const body = {
    territory: 'XA',
    organisationId: owner,
    title,
    periodFrom: '2025-01-01',
    periodTo: '2030-12-31',
    levels: [
      { es: 'Eje', en: 'Axis', kind: 'axis' },
      { es: 'Línea', en: 'Line', kind: 'line' },
    ],
  };
  return (await national.call('POST', '/api/strategies', { body })).body.versionId;
}

const columns = ['Nivel', 'Código', 'Título', 'Descripción', 'Estrategias INSPIRE', 'Responsable'].map(
  (header) => ({ key: header, header }),
);
const rows = [
  ['1', '1', 'Escuelas que protegen', 'Que nadie deje la escuela', '', ''],
  [
    '2',
    '1.1',
    'Acompañar la permanencia',
    '',
    'Educación y habilidades para la vida',
    'Ministerio de la Paz de ejemplo',
  ],
  ['2', '1.2', 'Abrir patios', '', '', ''],
];
const indicators = [['1.1', 'Escuelas con ruta', 'escuelas', '2026: 20; 2030: 80,5']];
const indicatorColumns = ['Elemento', 'Indicador', 'Unidad', 'Metas'].map((header) => ({
  key: header,
  header,
}));
const asRows = (heads: readonly { key: string }[], some: readonly string[][]) =>
  some.map((row) => Object.fromEntries(heads.map(({ key }, index) => [key, row[index]])));
const workbook = (some: readonly string[][], more: readonly string[][] = indicators) =>
  writeTable(
    [
      { name: 'Estrategia', columns, rows: asRows(columns, some) },
      { name: 'Indicadores', columns: indicatorColumns, rows: asRows(indicatorColumns, more) },
    ],
    'xlsx',
  );
// previewStrategyImport is '/imports/preview', importStrategyVersion '/imports'.
const send = (
  who: Holder,
  versionId: string,
  file: { bytes: Uint8Array; mediaType?: string },
  apply = true,
) =>
  who.call('POST', `/api/strategy-versions/${versionId}/imports${apply ? '' : '/preview'}?fileName=e.xlsx`, {
    bytes: file.bytes,
    mediaType: file.mediaType ?? xlsx,
  });
const elementsOf = async (versionId: string) =>
  (await national.call('GET', `/api/strategy-versions/${versionId}`)).body.elements;

describe('a file of a strategy', () => {
  it('is tried, then brought in, and doubles nothing when it is brought in again', async () => {
    const versionId = await emptyDraft('De un archivo');
    const bytes = await workbook(rows);
    const tried = await send(national, versionId, { bytes }, false);
    expect(tried.body).toMatchObject({ creates: 3, changes: 0, same: 0 });
    expect(await elementsOf(versionId)).toEqual([]);
    expect((await send(municipal, versionId, { bytes })).status).toBe(403);
    expect((await send(national, versionId, { bytes })).status).toBe(201);
    const elements = await elementsOf(versionId);
    expect(elements).toMatchObject([
      { code: '1', kind: 'axis' },
      {
        code: '1.1',
        inspire: ['education'],
        lead: [{ id: owner }],
        indicators: [
          {
            title: 'Escuelas con ruta',
            targets: [
              { year: 2026, value: 20 },
              { year: 2030, value: 80.5 },
            ],
          },
        ],
      },
      { code: '1.2' },
    ]);
    expect((await send(national, versionId, { bytes })).body).toMatchObject({
      creates: 0,
      changes: 0,
      same: 3,
    });
    expect(await elementsOf(versionId)).toEqual(elements);
  });

  it('changes an element by its code under its parent, or else by its title, and erases nothing by silence', async () => {
    const versionId = await emptyDraft('Que cambia por archivo');
    await send(national, versionId, { bytes: await workbook(rows) });
    const changed = [
      ['1', '', 'Escuelas que protegen', '', '', ''],
      ['2', '1.1', 'Sostener la permanencia', '', '', ''],
      ['2', '1.3', 'Escuchar a las familias', '', '', ''],
    ];
    const done = await send(national, versionId, { bytes: await workbook(changed, []) });
    expect(done.body).toMatchObject({ creates: 1, changes: 1, same: 1 });
    expect(await elementsOf(versionId)).toMatchObject([
      { code: '1', description: 'Que nadie deje la escuela' },
      { code: '1.1', title: 'Sostener la permanencia', inspire: ['education'], indicators: [{}] },
      { code: '1.2' },
      { code: '1.3' },
    ]);
  });

  it('comes in whole or not at all, with every fault by its row', async () => {
    const versionId = await emptyDraft('Con faltas por fila');
    const wrong = [
      ['1', '1', 'Escuelas que protegen', '', 'Marcianos', ''],
      ['3', '1.1.1', 'Demasiado adentro', '', '', ''],
      ['2', '1.1', 'Acompañar', '', '', 'Ministerio que no existe'],
      ['2', '1.1', 'Otra vez', '', '', ''],
    ];
    const late = [
      ['1.1', 'Escuelas', 'escuelas', '2040: 3'],
      ['9.9', 'De nadie', 'escuelas', '2026: 3'],
    ];
    const refused = await send(national, versionId, { bytes: await workbook(wrong, late) }, false);
    expect(refused.body.code).toBe('strategy.import-problems');
    const codes = refused.body.problems.map((one: { code: string }) => one.code).toSorted();
    expect(codes).toEqual(
      [
        'actors.cell-unknown-organisation',
        'strategy.no-such-row',
        'strategy.no-such-row',
        'strategy.not-in-list',
        'strategy.row-no-level',
        'strategy.row-repeated',
      ].toSorted(),
    );
    expect((await send(national, versionId, { bytes: await workbook(wrong, late) })).status).toBe(422);
    expect(await elementsOf(versionId)).toEqual([]);
    const outside = await send(national, versionId, {
      bytes: await workbook(rows, [['1.1', 'Escuelas', 'escuelas', '2040: 3']]),
    });
    expect(outside.body.problems).toMatchObject([{ code: 'strategy.target-outside-period', row: 3 }]);
  });

  it.each(['xlsx', 'json'] as const)('that was exported as %s is imported as it was', async (format) => {
    const from = await emptyDraft(`Que se exporta en ${format}`);
    await send(national, from, { bytes: await workbook(rows) });
    const exported = await national.call('GET', `/api/strategy-versions/${from}/export?format=${format}`);
    expect(exported.status).toBe(200);
    const to = await emptyDraft(`Que se importa en ${format}`);
    const bytes = new Uint8Array(exported.bytes);
    const done = await send(national, to, { bytes, mediaType: format === 'json' ? json : xlsx });
    expect(done.body).toMatchObject({ creates: 3 });
    const bare = (some: readonly Record<string, unknown>[]) =>
      some.map(({ id: _id, threadId: _thread, parentId: _parent, version: _version, ...said }) => said);
    expect(bare(await elementsOf(to))).toEqual(bare(await elementsOf(from)));
  });

  it('is refused when it is no strategy, or the version is approved', async () => {
    const versionId = await emptyDraft('Que se aprueba después');
    const text = (what: string) => ({ bytes: new TextEncoder().encode(what), mediaType: json });
    for (const what of ['{', '[]', '{"format":"otra"}'])
      expect((await send(national, versionId, text(what))).body.code).toBe('strategy.not-readable');
    const odd = text('{"format":"articula-strategy","elements":[{"title":"Eje","inspire":["nada"]}]}');
    expect((await send(national, versionId, odd)).body.problems).toMatchObject([
      { code: 'strategy.json-value' },
    ]);
    await send(national, versionId, { bytes: await workbook(rows) });
    const body = { body: 'Gabinete', act: 'Decreto 5', on: '2026-03-01', validFrom: '2026-03-02' };
    await national.call('POST', `/api/strategy-versions/${versionId}/approval`, { body, version: 1 });
    const refused = await send(national, versionId, { bytes: await workbook(rows) });
    expect(refused.body.code).toBe('strategy.approved-stays');
  });
});
