import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleId, loadExample } from '#services/operations/load-example.ts';
import { loadPack } from '#services/territories/load-pack.ts';
import { startApp, type TestApp } from '../server.ts';

const packs = { folder: 'packs', countries: ['PA', 'CR'], onProgress: () => undefined };
type Named = { readonly title: string };

describe('the strategies of the demonstration', () => {
  let app: TestApp;
  // Called by their addresses: listStrategies, getStrategy, getStrategyVersion, listStrategyLines, getStrategyLine.
  const get = async (path: string) => (await app.visitor('GET', path)).body;
  beforeAll(async () => {
    app = await startApp();
    for (const country of packs.countries) await loadPack(app.context, { folder: `packs/${country}` });
    await loadExample(app.context, packs);
    await loadExample(app.context, packs);
  });
  afterAll(() => app.stop());

  it('are there once, with title, act, period and owner, and their structure marked as an example', async () => {
    const { items } = await get('/api/strategies');
    expect(items).toHaveLength(2);
    const [panama] = (await get('/api/strategies?country=PA')).items;
    expect(panama).toMatchObject({
      title: 'Estrategia Nacional de Seguridad Ciudadana 2017-2030',
      adoptingAct: 'Resolución de Gabinete 78',
      adoptingActOn: '2018-08-28',
      owner: { name: 'Ministerio de Seguridad Pública' },
      isPeriodOver: false,
      current: { number: 2, isExampleStructure: true, isCurrent: true },
    });
    const [costaRica] = (await get('/api/strategies?country=CR')).items;
    expect(costaRica).toMatchObject({ adoptingAct: null, isPeriodOver: true });
    const { versions, source } = await get(`/api/strategies/${panama.id}`);
    expect(versions.map((one: { standing: string }) => one.standing)).toEqual(['approved', 'superseded']);
    expect(source.title).toContain('Resolución de Gabinete 78');
  });

  it('give the lines in force to align to, found by any words of their path', async () => {
    const all = await get('/api/strategy-lines?country=PA');
    expect(all.items).toHaveLength(16);
    const found = await get('/api/strategy-lines?country=PA&text=crianza%20oportunidades');
    expect(found.items).toMatchObject([
      {
        threadId: exampleId('PA', 'strategy-thread', 'linea-crianza'),
        code: '3.1.1',
        path: ['Oportunidades y cuidados', 'Apoyar a familias y cuidadores'],
      },
    ]);
    const ended = await get('/api/strategy-lines?country=PA&text=alarmas');
    expect(ended.items).toEqual([]);
  });

  it('are read as a tree in which every INSPIRE strategy has a line', async () => {
    const [panama] = (await get('/api/strategies?country=PA')).items;
    const version = await get(`/api/strategy-versions/${panama.current.id}`);
    const kinds = version.elements.map((one: { kind: string }) => one.kind);
    expect(kinds.slice(0, 3)).toEqual(['axis', 'objective', 'line']);
    const named = new Set(version.elements.flatMap((one: { inspire: string[] }) => one.inspire));
    expect(named.size).toBe(7);
    expect(version).toMatchObject({ possible: ['superseded'], abilities: [] });
  });

  it('tell of a line what it was in each version, and of one that ended that it has', async () => {
    const line = await get(
      `/api/strategy-lines/${exampleId('PA', 'strategy-thread', 'linea-rutas-seguras')}`,
    );
    expect(line.history).toMatchObject([
      { number: 1, outcome: 'new', title: 'Vigilar los alrededores de las escuelas' },
      { number: 2, outcome: 'changed', fields: ['title', 'description', 'preventionTypes'] },
    ]);
    expect(line).toMatchObject({
      hasEnded: false,
      aligned: [{ kind: 'plan', territory: { reference: 'PA-0810' } }],
      element: { lead: [{ name: 'Policía Nacional' }] },
    });
    expect(line.path.map((one: Named) => one.title)).toHaveLength(2);
    const ended = exampleId('PA', 'strategy-thread', 'linea-alarmas-vecinales');
    expect(await get(`/api/strategy-lines/${ended}`)).toMatchObject({
      hasEnded: true,
      history: [{ outcome: 'new' }, { outcome: 'ended' }],
    });
    expect((await get('/api/strategy-lines/00000000-0000-7000-8000-000000000001')).code).toBe(
      'strategy.line-not-found',
    );
  });

  it('are found by search', async () => {
    const { items } = await get('/api/search?text=estrategia%20seguridad%20ciudadana');
    expect(items[0]).toMatchObject({ kind: 'strategy', id: exampleId('PA', 'strategy', 'ensc') });
  });
});
