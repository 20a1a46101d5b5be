import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inScope } from '#database/connection.ts';
import { saveTemplate } from '#database/agreements/template-store.ts';
import { templateSchema } from '#domain/agreements/template-schema.ts';
import { loadInstruments } from '#services/agreements/load-instruments.ts';
import { read } from '../house/tree.ts';
import { startApp, type TestApp } from '../server.ts';

let app: TestApp;
const folder = 'packs/instruments';

beforeAll(async () => {
  app = await startApp();
  await loadInstruments(app.context, { folder });
});
afterAll(() => app.stop());

describe('instruments', () => {
  it('are loaded once: again changes nothing, and only a higher number replaces', async () => {
    const kept = templateSchema.parse(JSON.parse(read(`${folder}/PA/pa-convenio-especifico.json`)));
    const save = (number: number) =>
      inScope(app.database, app.context.actor.scope, (tx) => saveTemplate(tx, { ...kept, number }));
    expect(await save(kept.number)).toBe(false);
    expect(await save(kept.number + 1)).toBe(true);
    await loadInstruments(app.context, { folder });
    expect(await save(kept.number + 1)).toBe(false);
  });

  it('are listed for anybody, those that an agreement can follow first', async () => {
    const { status, body } = await app.visitor('GET', '/api/agreement-templates');
    expect(status).toBe(200);
    const firstLibrary = body.items.findIndex((one: { isEngine: boolean }) => !one.isEngine);
    expect(body.items.slice(firstLibrary).some((one: { isEngine: boolean }) => one.isEngine)).toBe(false);
    const spain = await app.visitor('GET', '/api/agreement-templates?country=ES');
    expect(spain.body.items.map((one: { id: string }) => one.id)).toEqual(['es-adhesion', 'es-convenio']);
  });

  it('are read whole, with what each rule rests on', async () => {
    const { body } = await app.visitor('GET', '/api/agreement-templates/es-convenio');
    const breach = body.clauses.find((clause: { type: string }) => clause.type === 'breach');
    expect(breach).toMatchObject({ need: 'required', basis: { article: '49.e', verified: true } });
    const unknown = await app.visitor('GET', '/api/agreement-templates/nothing-like-this');
    expect(unknown).toMatchObject({ status: 404, body: { code: 'documents.template-not-found' } });
  });

  it('are compared by dimension and by type of clause', async () => {
    const path = '/api/agreement-templates/comparison?a=pa-convenio-especifico&b=it-patto';
    const { body } = await app.visitor('GET', path);
    expect(body.dimensions).toHaveLength(11);
    expect(body.clauses).toContainEqual({ type: 'settlement', a: 'required', b: 'unused' });
    const half = await app.visitor('GET', '/api/agreement-templates/comparison?a=it-patto&b=none-such');
    expect(half.status).toBe(404);
  });
});
