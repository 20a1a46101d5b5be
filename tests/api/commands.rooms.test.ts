import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#services/new-id.ts';
import { makeLifeWorld, type LifeWorld } from '../agreement-life-world.ts';
import { CommandLine, noTrace, type Outcome } from './command-line.ts';

// The commands for strategy, inventory and documents, as people and scripts run them: processes of their own, on the database of this file.

const commands = new CommandLine('commands-rooms');
const folder = (name: string) => commands.folder(name);

let world: LifeWorld;
let strategyDraft = '';
beforeAll(async () => {
  world = await makeLifeWorld();
  const body = {
    territory: 'XA',
    organisationId: world.ministryId,
    title: 'Estrategia de convivencia',
    periodFrom: '2025-01-01',
    periodTo: '2030-12-31',
    levels: [
      { es: 'Eje', en: 'Axis', kind: 'axis' },
      { es: 'Línea', en: 'Line', kind: 'line' },
    ],
  };
  const { versionId } = (await world.centre.call('POST', '/api/strategies', { body })).body;
  strategyDraft = versionId;
  const axis = { code: '1', title: 'Escuelas que protegen' };
  await world.centre.call('POST', `/api/strategy-versions/${versionId}/elements`, { body: axis });
  await world.database.owner
    .insertInto('inventory_entry')
    .values({
      id: newId(),
      country: 'XA',
      territory_id: await world.territory('XA'),
      organisation_id: world.ministryId,
      title: 'Ligas deportivas',
      kind: 'programme',
      folded: 'ligas deportivas',
    })
    .execute();
});
afterAll(async () => {
  await world.stop();
  await commands.end();
});

const articula = (...args: readonly string[]) =>
  commands.run(args, { ARTICULA_DATA: folder('data'), DATABASE_URL: world.database.url });

const refused = (outcome: Outcome) => {
  expect(outcome.code).toBe(1);
  expect(outcome.errors.trim()).not.toBe('');
  noTrace(outcome);
};

describe('articula import and export indicators', () => {
  it('says what a file would do, does it when told, and writes what comes back unchanged', async () => {
    const file = folder('indicadores.csv');
    const header = 'code,title,topic,composition,unit,direction,counts_people,definition';
    writeFileSync(file, `${header}\nXA-RINAS,Riñas,other,count,riñas,down,sí,Riñas en la calle\n`);
    const run = (...args: string[]) => articula('import', 'indicators', ...args, '--country', 'XA');
    expect((await run(file)).out).toContain('--apply');
    expect((await world.visitor('GET', '/api/indicators/XA-RINAS')).status).toBe(404);
    expect(await run(file, '--apply')).toMatchObject({ code: 0 });
    expect((await world.visitor('GET', '/api/indicators/XA-RINAS')).body.title).toBe('Riñas');
    const back = folder('indicadores.json');
    const written = ['export', 'indicators', '--country', 'XA', '--format', 'json', '--output', back];
    expect(await articula(...written)).toMatchObject({ code: 0, errors: '' });
    expect((await run(back)).code).toBe(0);
    writeFileSync(file, `${header}\nXA-OTRO,,other,count,,down,sí,\n`);
    refused(await run(file));
  });
});

describe('articula export and import strategy', () => {
  it('writes the tree that is prepared, says what taking a file in would do, and does it when told', async () => {
    const file = folder('estrategia.json');
    const written = await articula(
      'export',
      'strategy',
      '--country',
      'XA',
      '--format',
      'json',
      '--output',
      file,
    );
    expect(written).toMatchObject({ code: 0, errors: '' });
    expect(readFileSync(file, 'utf8')).toContain('Escuelas que protegen');
    const sheet = folder('estrategia.xlsx');
    const kept = await articula(
      'export',
      'strategy',
      '--country',
      'XA',
      '--format',
      'xlsx',
      '--output',
      sheet,
    );
    expect(kept.code).toBe(0);
    const seen = await articula('import', 'strategy', sheet, '--country', 'XA');
    expect([seen.code, seen.out]).toMatchObject([0, expect.stringContaining('--apply')]);
    expect((await articula('import', 'strategy', sheet, '--country', 'XA', '--apply')).code).toBe(0);
    const { elements } = (await world.centre.call('GET', `/api/strategy-versions/${strategyDraft}`)).body;
    expect(elements.map(({ title }: { title: string }) => title)).toEqual(['Escuelas que protegen']);
  });

  it('refuses in words a form that there is not and a country without a strategy', async () => {
    refused(await articula('export', 'strategy', '--country', 'XA', '--format', 'csv'));
    refused(await articula('export', 'strategy', '--country', 'QQ', '--format', 'json'));
  });
});

describe('articula export inventory', () => {
  it('writes what stands, as a table', async () => {
    const { code, out } = await articula('export', 'inventory', '--country', 'XA', '--format', 'csv');
    expect(code).toBe(0);
    expect(out).toContain('Ligas deportivas');
  });

  it('is not taken in by the same command: a list of an organisation is looked at on its page', async () => {
    expect((await articula('import', 'inventory', 'x.csv', '--country', 'XA')).code).toBe(1);
  });
});

describe('articula export agreement', () => {
  it('writes the document that its page gives, as PDF and as DOCX', async () => {
    const { id } = await world.ready('pa-convenio-especifico');
    for (const [format, begins] of [
      ['pdf', '%PDF-'],
      ['docx', 'PK'],
    ] as const) {
      const file = folder(`convenio.${format}`);
      const made = await articula('export', 'agreement', id, '--format', format, '--output', file);
      expect([made.code, made.errors]).toEqual([0, '']);
      expect(readFileSync(file).subarray(0, begins.length).toString('latin1')).toBe(begins);
    }
  });

  it('refuses in words an agreement that is not there and a form that there is not', async () => {
    refused(await articula('export', 'agreement', newId()));
    expect((await articula('export', 'agreement', newId(), '--format', 'csv')).code).toBe(1);
  });
});

describe('the inventory in the search', () => {
  it('is found by its words like everything that has a page, and no longer when it is annulled', async () => {
    const find = async () =>
      (await world.visitor('GET', '/api/search?text=ligas')).body.items.map(
        ({ kind, title }: { kind: string; title: string }) => [kind, title],
      );
    expect(await find()).toEqual([['inventory', 'Ligas deportivas']]);
    await world.database.owner
      .updateTable('inventory_entry')
      .set({ standing: 'annulled', standing_reason: 'Repetida' })
      .execute();
    expect(await find()).toEqual([]);
  });
});
