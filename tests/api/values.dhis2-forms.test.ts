import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fold } from '#domain/shared/fold.ts';
import type { Holder } from '../access-world.ts';
import { makeValuesWorld, type ValuesWorld } from '../values-world.ts';

let world: ValuesWorld;
let analyst: Holder['call'];

beforeAll(async () => {
  world = await makeValuesWorld();
  analyst = (await world.holder('analista', [{ role: 'national-analyst', code: 'XA' }])).call;
  for (const code of ['HOM', 'ROB', 'PARTOS']) await world.indicator(code);
}, 120_000);
afterAll(() => world.stop());

async function send(fileName: string, elements: readonly string[], period: string) {
  const dataValues = elements.map((dataElement) => ({ dataElement, period, orgUnit: '0101', value: '12' }));
  return analyst('POST', `/api/value-imports?territory=XA&fileName=${fileName}`, {
    bytes: Buffer.from(JSON.stringify({ dataValues })),
    mediaType: 'application/json',
  });
}

/** Says which indicator each element is and who the source is, and brings the file in. */
async function settle(sent: Awaited<ReturnType<typeof send>>, codes: Record<string, string>, title: string) {
  const { id, layout, settings, version } = sent.body;
  const said = Object.fromEntries(Object.entries(codes).map(([element, code]) => [fold(element), code]));
  const mapped = await analyst('PUT', `/api/value-imports/${id}/layout`, {
    version,
    body: {
      layout: { ...layout, indicator: { ...layout.indicator, codes: said } },
      settings: { ...settings, source: { id: `xa.${title.split(' ').at(-1)}`, title, publisher: null } },
    },
  });
  expect([mapped.status, mapped.body.problems], mapped.text).toEqual([200, []]);
  const applied = await analyst('POST', `/api/value-imports/${id}/application`, {
    version: mapped.body.version,
  });
  expect(applied.body.stage, applied.text).toBe('applied');
}

describe('forms of another system', () => {
  it('are each remembered with its own meaning and source, though their headers are the same', async () => {
    const police = await send('policia.json', ['aHomicidios', 'aRobos', 'aHurtos'], '202401');
    await settle(police, { aHomicidios: 'HOM', aRobos: 'ROB', aHurtos: 'ROB' }, 'Registro policial');
    // The same mark means something else in another form.
    const health = await send('salud.json', ['aRobos', 'sPartos', 'sVacunas', 'sConsultas'], '202401');
    expect(health.body.layoutOrigin).toBe('guessed');
    const meanings = { aRobos: 'PARTOS', sPartos: 'PARTOS', sVacunas: 'PARTOS', sConsultas: 'PARTOS' };
    await settle(health, meanings, 'Registro de salud');

    // The next of each, one with less than before.
    const again = await send('policia-2.json', ['aHomicidios', 'aRobos'], '202402');
    expect(again.body).toMatchObject({
      layoutOrigin: 'remembered',
      problems: [],
      settings: { source: { title: 'Registro policial' } },
    });
    expect(again.body.layout.indicator.codes[fold('aRobos')]).toBe('ROB');
    const other = await send('salud-2.json', ['aRobos', 'sConsultas', 'sPartos', 'sVacunas'], '202402');
    expect(other.body).toMatchObject({
      layoutOrigin: 'remembered',
      settings: { source: { title: 'Registro de salud' } },
    });
    expect(other.body.layout.indicator.codes[fold('aRobos')]).toBe('PARTOS');
    // A form that nobody has read is asked about.
    const third = await send('bomberos.json', ['bIncendios', 'bRescates'], '202402');
    expect(third.body.layoutOrigin).toBe('guessed');
    expect(third.body.problems.length).toBeGreaterThan(0);
  });

  it('have elements that are not added up: they become what they are, or what whoever accepts them says', async () => {
    const metadata = await readFile('tests/fixtures/dhis2/metadata.json');
    const sent = await send('tasas.json', ['deTasa00001', 'deAtendidas'], '202401');
    const described = await analyst('PUT', `/api/value-imports/${sent.body.id}/metadata?fileName=m.json`, {
      version: sent.body.version,
      bytes: metadata,
      mediaType: 'application/json',
    });
    expect(
      described.body.proposals.map(({ element, composition }: Record<string, string>) => [
        element,
        composition,
      ]),
    ).toEqual([
      ['deTasa00001', 'estimate'],
      ['deAtendidas', 'count'],
    ]);
    const accepted = await analyst('POST', `/api/value-imports/${sent.body.id}/indicators`, {
      version: described.body.version,
      body: {
        elements: ['deTasa00001', 'deAtendidas'],
        topic: 'other',
        direction: 'none',
        unit: 'personas',
        countsPeople: false,
        compositions: { deAtendidas: 'distinct' },
      },
    });
    expect(accepted.status, accepted.text).toBe(200);
    const made = async (code: string) => (await world.visitor('GET', `/api/indicators/${code}`)).body;
    expect(await made('VIO_TASA')).toMatchObject({ composition: 'estimate', decimals: 1 });
    expect(await made('VIO_ATE')).toMatchObject({ composition: 'distinct' });
    const wrong = await analyst('POST', `/api/value-imports/${sent.body.id}/indicators`, {
      version: accepted.body.version,
      body: {
        elements: ['deTasa00001'],
        topic: 'other',
        direction: 'none',
        unit: 'x',
        countsPeople: false,
        compositions: { deTasa00001: 'ratio' },
      },
    });
    expect(wrong.status).toBe(422);
  });
});
