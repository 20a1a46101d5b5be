import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Tally = { passed: number; failed: number; notRun: string[] };

export const home = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a program in the project's folder; its output goes to the terminal, or is kept and shown when it fails. */
export function runProgram(
  args: readonly string[],
  options: { quiet?: boolean; env?: Record<string, string> } = {},
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
      cwd: home,
      env: { ...process.env, ...options.env },
      stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    let output = '';
    child.stdout?.on('data', (part: Buffer) => (output += part.toString()));
    child.stderr?.on('data', (part: Buffer) => (output += part.toString()));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
};

/** Runs one of the Vitest projects and counts; a file that cannot even be loaded counts as a failure. What is quiet speaks only when it fails. */
export async function runSuite(
  project: string,
  { env = {}, quiet = false }: { env?: Record<string, string>; quiet?: boolean } = {},
): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'articula-report-'));
  const file = join(folder, 'report.json');
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
  ];
  const { code, output } = await runProgram([...args, `--outputFile.json=${file}`], { env, quiet });
  if (code !== 0 && quiet) process.stdout.write(`${output}\n`);
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
    const unloaded = report.testResults.filter(
      (result) =>
        result.status === 'failed' && !result.assertionResults.some(({ status }) => status === 'failed'),
    );
    const failed = report.numFailedTests + unloaded.length;
    return {
      passed: report.numPassedTests,
      // A run that ends badly without a failed test (a stray rejection, a crash) is a failure too.
      failed: failed === 0 && code !== 0 ? 1 : failed,
      notRun: report.testResults.flatMap((result) =>
        result.assertionResults
          .filter(({ status }) => status === 'skipped' || status === 'pending')
          .map(({ fullName }) => fullName),
      ),
    };
  } catch {
    return { passed: 0, failed: 1, notRun: [] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
