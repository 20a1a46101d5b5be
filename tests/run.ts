import { performance } from 'node:perf_hooks';
import { checks, firstChecks } from './runner/checks.ts';
import { findChromium } from './runner/chromium.ts';
import { inLanes } from './runner/lanes.ts';
import { RunFolder } from './runner/leftovers.ts';
import { runSuite, type Tally } from './runner/suites.ts';
import { hasOutsideData } from './outside-data.ts';

// Everything that guards the project, with a line for each; ends with `N passed, N failed`.
// Checks are done side by side, suites one after the other: each of those fills the machine by itself.
const wanted = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : 'all';
const total: Tally = { passed: 0, failed: 0, notRun: [], failures: [] };
const steps: string[] = [];
const folder = new RunFolder();
Object.assign(process.env, folder.env);
process.on('exit', () => folder.remove());

function include(part: string): boolean {
  return wanted === 'all' || wanted === part;
}

async function step(name: string, work: () => Promise<Tally>): Promise<void> {
  const started = performance.now();
  const tally = await work();
  total.passed += tally.passed;
  total.failed += tally.failed;
  total.notRun.push(...tally.notRun);
  total.failures.push(...tally.failures);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const mark = tally.failed === 0 ? '✓' : '✗';
  const line = `${mark} ${name}: ${tally.passed} passed, ${tally.failed} failed (${seconds} s)`;
  process.stdout.write(`${line}\n`);
  steps.push(line);
}

/** A suite that shows its course; afterwards nothing of it may be running. */
async function suite(name: string, project: string, env: () => Promise<Record<string, string>>) {
  process.stdout.write(`▸ ${name}\n`);
  await step(name, async () => runSuite(project, { env: await env() }));
  const left = await folder.endLeftovers();
  for (const one of left) process.stdout.write(`✗ left running by it: ${one}\n`);
  total.failed += left.length;
  total.failures.push(...left.map((one) => `${name}: left running: ${one}`));
}

if (include('checks')) for (const check of firstChecks) await step(check.name, () => check.run());
await inLanes([
  ...(include('checks') ? checks : []).map((check) => () => step(check.name, () => check.run())),
  ...(include('pure')
    ? [() => step('rules, statistics, words, house', () => runSuite('pure', { quiet: true }))]
    : []),
]);
if (include('database')) await suite('database and API', 'database', async () => ({}));
if (include('browser')) {
  await suite('browser', 'browser', async () => ({
    CHROMIUM_PATH: await findChromium((line) => process.stdout.write(`  ${line}\n`)),
  }));
}

// Once more at the end: whoever reads only that sees what to mend.
process.stdout.write(`\nWhat it came to:\n${steps.join('\n')}\n`);
if (!hasOutsideData)
  process.stdout.write(
    'Not run: the suites on outside data, because ../shared/data is not beside this clone.\n',
  );
for (const name of total.notRun) process.stdout.write(`Not run: ${name}\n`);
for (const one of total.failures) process.stdout.write(`✗ ${one}\n`);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
