import { join } from 'node:path';
import { connect } from '#database/connection.ts';
import { Refusal } from '#domain/shared/refusal.ts';
import { loadInstruments } from '#services/agreements/load-instruments.ts';
import { loadCrosswalks } from '#services/value-imports/load-crosswalks.ts';
import { loadIndicators } from '#services/indicators/load-indicators.ts';
import { loadExample } from '#services/operations/load-example.ts';
import { loadPack } from '#services/territories/load-pack.ts';
import { loadFiguresPack } from '#services/values/load-figures-pack.ts';
import type { DemoOrder, DemoWord } from './load-demo.ts';
import { localContext } from './local-context.ts';

// Run by loadDemo in a process of its own.

const tell = (word: DemoWord) => process.send?.(word);

process.once('message', (order) => {
  load(order as DemoOrder)
    .catch((problem: unknown) => {
      process.exitCode = 1;
      if (!(problem instanceof Refusal)) throw problem;
      const { code, kind, details } = problem;
      tell({ refusal: { code, kind, details } });
    })
    .finally(() => process.disconnect());
});
// An order given before anybody listened would be lost.
tell('ready');

async function load({ url, installation, packs, countries }: DemoOrder): Promise<void> {
  const database = connect(url, { app: 2, owner: 2 });
  try {
    const context = localContext(database, installation);
    for (const country of countries) await loadPack(context, { folder: join(packs, country) });
    await loadInstruments(context, { folder: join(packs, 'instruments') });
    await loadIndicators(context, { folder: join(packs, 'indicators'), country: null });
    for (const country of countries) await loadIndicators(context, { folder: join(packs, country), country });
    await loadCrosswalks(context, { folder: join(packs, 'indicators'), country: null });
    for (const country of countries) await loadCrosswalks(context, { folder: join(packs, country), country });
    for (const country of countries)
      await loadFiguresPack(context, { folder: join(packs, country), country });
    await loadExample(context, { folder: packs, countries, onProgress: (step) => tell({ step }) });
  } finally {
    await database.close();
  }
}
