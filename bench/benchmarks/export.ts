import { performance } from 'node:perf_hooks';
import { startBare } from '../bare.ts';
import { median, rounded, type Benchmark } from '../figure.ts';
import { memoryOf } from '../memory.ts';
import { someTerritory } from './endpoints.ts';

const times = 7;

/** Every territory of a country as CSV. */
export const exportTerritories: Benchmark = {
  name: 'export',
  needsProduct: true,
  async run({ address, product, say }) {
    const { country } = await someTerritory(address);
    const url = `${address}/api/countries/${country}/territories.csv`;
    say('export of territories');
    const before = product ? memoryOf(product.pid, product.dataFolder) : 0;
    const first = await take(url);
    const rows = first.text.trim().split('\n').length - 1;
    const samples = await many(url);
    const grown = product ? memoryOf(product.pid, product.dataFolder) - before : 0;
    const bare = await startBare(first.text.length);
    try {
      const reference = await many(`${bare.address}/json`);
      return [
        {
          name: `export of ${rows} territories as CSV`,
          value: rounded(median(samples)),
          unit: 'ms',
          reference: rounded(median(reference)),
          note: `reference: a bare Fastify route of ${first.text.length} bytes`,
        },
        {
          name: `memory grown by ${times} exports of territories`,
          value: rounded(Math.max(0, grown)),
          unit: 'MiB',
          reference: null,
          mustReach: 100,
        },
      ];
    } finally {
      await bare.stop();
    }
  },
};

async function many(url: string): Promise<number[]> {
  const samples: number[] = [];
  for (let turn = 0; turn < times; turn += 1) samples.push((await take(url)).milliseconds);
  return samples;
}

async function take(url: string): Promise<{ text: string; milliseconds: number }> {
  const began = performance.now();
  const answer = await fetch(url);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return { text, milliseconds: performance.now() - began };
}
