import { setTimeout as wait } from 'node:timers/promises';
import { startBare } from '../bare.ts';
import { rounded, type Benchmark } from '../figure.ts';
import { memoryOf, memoryOfOne } from '../memory.ts';

const restMs = 10_000;

/** Memory of server and embedded database together, when nobody asks anything. */
export const idleMemory: Benchmark = {
  name: 'idle-memory',
  needsProduct: true,
  async run({ product, say }) {
    if (!product) return [];
    say(`resting ${restMs / 1000} s`);
    const bare = await startBare();
    try {
      await wait(restMs);
      const value = rounded(memoryOf(product.pid, product.dataFolder));
      return [
        {
          name: 'memory, idle, server and database with the demonstration loaded',
          value,
          unit: 'MiB',
          reference: rounded(memoryOf(bare.pid)),
          mustReach: 350,
          note: `reference: an empty Fastify server; shared pages counted once; the server alone ${rounded(memoryOfOne(product.pid))} MiB`,
        },
      ];
    } finally {
      await bare.stop();
    }
  },
};
