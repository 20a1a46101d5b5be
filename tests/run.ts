import { performance } from 'node:perf_hooks';
import { checks } from './runner/checks.ts';
import { findChromium } from './runner/chromium.ts';
import { runSuite, type Tally } from './runner/suites.ts';
import { hasOutsideData } from './outside-data.ts';

// Everything that guards the project, one after the other, with a line for each; ends with `N passed, N failed`.
const wanted = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : 'all';
const total: Tally = { passed: 0, failed: 0, notRun: [] };

function include(part: string): boolean {
  return wanted === 'all' || wanted === part;
}

async function step(name: string, work: () => Promise<Tally>): Promise<void> {
  process.stdout.write(`▸ ${name}\n`);
  const started = performance.now();
  const tally = await work();
  total.passed += tally.passed;
  total.failed += tally.failed;
  total.notRun.push(...tally.notRun);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(
    `  ${tally.failed === 0 ? '✓' : '✗'} ${tally.passed} passed, ${tally.failed} failed (${seconds} s)\n`,
  );
}

for (const check of checks) if (include('checks')) await step(check.name, () => check.run());
if (include('pure')) await step('rules, statistics, words, house', () => runSuite('pure'));
if (include('database')) await step('database and API', () => runSuite('database'));
if (include('browser')) {
  await step('browser', async () => {
    const chromium = await findChromium((line) => process.stdout.write(`  ${line}\n`));
    return runSuite('browser', { CHROMIUM_PATH: chromium });
  });
}

if (!hasOutsideData)
  process.stdout.write(
    'Not run: the suites on outside data, because ../shared/data is not beside this clone.\n',
  );
for (const name of total.notRun) process.stdout.write(`Not run: ${name}\n`);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
