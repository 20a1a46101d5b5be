import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { median, rounded, type Benchmark } from '../figure.ts';
import { newDataFolder, startProduct } from '../product.ts';

const times = 3;

/** How long a person waits for the first page: on a new data folder, and on one that was used before. */
export const start: Benchmark = {
  name: 'start',
  needsProduct: false,
  async run({ say }) {
    const data = newDataFolder();
    try {
      say('first start on a new data folder');
      const first = await startProduct(data.folder);
      await first.stop();
      const again: number[] = [];
      for (let turn = 0; turn < times; turn += 1) {
        say(`start ${turn + 1} of ${times}`);
        const product = await startProduct(data.folder);
        again.push(product.startedInMs / 1000);
        await product.stop();
      }
      const bare = median(Array.from({ length: times }, bareStart));
      const note = 'reference: node -e ""';
      return [
        {
          name: 'start, existing data folder, to the first 200',
          value: rounded(median(again), 2),
          unit: 's',
          reference: rounded(bare, 3),
          mustReach: 3,
          note,
        },
        {
          name: 'start, new data folder, to the first 200',
          value: rounded(first.startedInMs / 1000, 2),
          unit: 's',
          reference: rounded(bare, 3),
          mustReach: 20,
          note: `${note}; the web is built already`,
        },
      ];
    } finally {
      await data.remove();
    }
  },
};

function bareStart(): number {
  const began = performance.now();
  spawnSync(process.execPath, ['-e', ''], { stdio: 'ignore' });
  return (performance.now() - began) / 1000;
}
