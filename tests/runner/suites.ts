import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

/** How a step ended; each failure with what a reader needs who has only the end of the output. */
export type Tally = { passed: number; failed: number; notRun: string[]; failures: string[] };

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
    assertionResults: {
      status: string;
      fullName: string;
      duration?: number | null;
      failureMessages?: string[] | null;
    }[];
  }[];
};

/** The beginning of what was said, on lines of its own: the whole is further up in the output. */
function beginning(said: string, lines: number): string {
  const plain = stripVTControlCharacters(said).split('\n');
  const kept = plain.filter((line) => line.trim() !== '' && !line.trim().startsWith('at ')).slice(0, lines);
  return kept.map((line) => `\n    ${line.slice(0, 200)}`).join('');
}

/** What failed in a report: file, test, after how long, and the beginning of the message. */
function failuresOf({ testResults }: Report): string[] {
  return testResults.flatMap((file) => {
    const where = relative(home, file.name);
    const tests = file.assertionResults.filter(({ status }) => status === 'failed');
    if (tests.length === 0 && file.status === 'failed') return [`${where}${beginning(file.message, 4)}`];
    return tests.map(({ fullName, duration, failureMessages }) => {
      const seconds = ((duration ?? 0) / 1000).toFixed(1);
      return `${where} › ${fullName} (${seconds} s)${beginning(failureMessages?.join('\n') ?? '', 4)}`;
    });
  });
}

/** How a single program ended that checks something. */
export function tallyOf(name: string, { code, output }: { code: number; output: string }): Tally {
  return code === 0
    ? { passed: 1, failed: 0, notRun: [], failures: [] }
    : { passed: 0, failed: 1, notRun: [], failures: [`${name}${beginning(output, 8)}`] };
}

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
    const failures = failuresOf(report);
    // A run that ends badly without a failed test (a stray rejection, a crash) is a failure too.
    if (failures.length === 0 && code !== 0) failures.push(`${project}: ended with code ${code}`);
    return {
      passed: report.numPassedTests,
      failed: failures.length,
      failures,
      notRun: report.testResults.flatMap((result) =>
        result.assertionResults
          .filter(({ status }) => status === 'skipped' || status === 'pending')
          .map(({ fullName }) => fullName),
      ),
    };
  } catch {
    const failures = [`${project}: ended with code ${code} and without a report`];
    return { passed: 0, failed: 1, notRun: [], failures };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
