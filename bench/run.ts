import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildWeb } from '#main/build-web.ts';
import { auditedWrite } from './benchmarks/audited-write.ts';
import { commitments } from './benchmarks/commitments.ts';
import { endpoints } from './benchmarks/endpoints.ts';
import { exportTerritories } from './benchmarks/export.ts';
import { firstLoad } from './benchmarks/first-load.ts';
import { idleMemory } from './benchmarks/idle-memory.ts';
import { start } from './benchmarks/start.ts';
import { valueImport } from './benchmarks/value-import.ts';
import { values } from './benchmarks/values.ts';
import { ratioOf, type Bench, type Figure } from './figure.ts';
import { describeMachine, slugOf } from './machine.ts';
import { home, newDataFolder, startProduct, type Product } from './product.ts';
import { asTable } from './table.ts';

// npm run bench                   a table
// npm run bench -- --json         one JSON object a line
// npm run bench -- --only start   one of them; nothing is kept
// npm run bench -- --only values --millions 20
const all = [
  start,
  idleMemory,
  endpoints,
  exportTerritories,
  firstLoad,
  auditedWrite,
  commitments,
  values,
  valueImport,
];

const asJson = process.argv.includes('--json');
const onlyAt = process.argv.indexOf('--only');
const only = onlyAt === -1 ? null : process.argv[onlyAt + 1];
const wanted = all.filter(({ name }) => only === null || name === only);
if (wanted.length === 0) {
  process.stderr.write(`No such benchmark; there are: ${all.map(({ name }) => name).join(', ')}\n`);
  process.exit(1);
}

const say = (line: string) => process.stderr.write(`▸ ${line}\n`);
const machine = describeMachine();
const figures: Figure[] = [];
const failed: string[] = [];
const data = newDataFolder();
let product: Product | null = null;

try {
  // What is measured is a start on what was built before.
  await buildWeb({ onProgress: (step) => say(`building the web: ${step}`) });
  for (const benchmark of wanted) {
    try {
      if (benchmark.needsProduct && product === null) {
        say('starting the demonstration');
        product = await startProduct(data.folder);
      }
      const bench: Bench = { address: product?.address ?? '', product, say };
      const found = await benchmark.run(bench);
      figures.push(...found);
      if (asJson) for (const figure of found) process.stdout.write(`${JSON.stringify(lineOf(figure))}\n`);
    } catch (problem) {
      failed.push(benchmark.name);
      say(`${benchmark.name} failed: ${(problem as Error).message}`);
    }
  }
} finally {
  await product?.stop();
  await data.remove();
}

if (!asJson) process.stdout.write(asTable(figures));
if (only === null && failed.length === 0) say(`kept in ${keep()}`);
process.exitCode = failed.length === 0 ? 0 : 1;

function lineOf(figure: Figure) {
  const { name, value, unit, reference } = figure;
  return { name, value, unit, reference, ratio: ratioOf(figure) };
}

/** Writes what was measured beside earlier results, with the machine's description. */
function keep(): string {
  const date = new Date().toISOString().slice(0, 10);
  const file = join('bench', 'results', `${date}-${slugOf(machine)}.json`);
  mkdirSync(join(home, 'bench', 'results'), { recursive: true });
  const written = {
    date,
    machine,
    figures: figures.map((figure) => ({ ...figure, ratio: ratioOf(figure) })),
  };
  writeFileSync(join(home, file), `${JSON.stringify(written, null, 2)}\n`);
  return file;
}
