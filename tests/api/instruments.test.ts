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
});
