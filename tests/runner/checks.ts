import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operations } from '#contract/index.ts';
import { writeOpenApi } from '#contract/openapi.ts';
import { runProgram, tallyOf, type Tally } from './suites.ts';

type Check = { readonly name: string; run(): Promise<Tally> };

/** A check is a program that must end well; what it says is shown only when it does not. */
function program(name: string, ...args: string[]): Check {
  return {
    name,
    async run() {
      const ended = await runProgram(args, { quiet: true });
      if (ended.code !== 0) process.stdout.write(`${ended.output}\n`);
      return tallyOf(name, ended);
    },
  };
}

const tsc = 'node_modules/typescript-native/bin/tsc';

const openApi: Check = {
  name: 'OpenAPI document, by a public linter',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'articula-openapi-'));
    const file = join(folder, 'openapi.json');
    const about = { version: '0.0.0', origin: 'http://127.0.0.1:8080', roomTitles: {} };
    writeFileSync(file, JSON.stringify(writeOpenApi(Object.values(operations), about)));
    try {
      const env = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
      const linter = ['node_modules/@redocly/cli/bin/cli.js', 'lint', file];
      const ended = await runProgram(linter, { quiet: true, env });
      if (ended.code !== 0) process.stdout.write(`${ended.output}\n`);
      return tallyOf(this.name, ended);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** What others read the outcome of; they are done first, one after the other. */
export const firstChecks: readonly Check[] = [
  program('addresses of the pages', 'node_modules/@react-router/dev/bin.cjs', 'typegen'),
  program('web build', 'src/main/build.ts'),
];

/** They know nothing of one another; what takes longest comes first. */
export const checks: readonly Check[] = [
  program('types of the working floors', tsc, '-p', 'tsconfig.server.json'),
  program(
    'lint',
    'node_modules/oxlint/bin/oxlint',
    '--type-aware',
    '--deny-warnings',
    'src',
    'tests',
    'bench',
  ),
  program('types of the pages', tsc, '-p', 'tsconfig.json'),
  program(
    'floors and rooms',
    'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
    'src',
    '--config',
    '.dependency-cruiser.mjs',
  ),
  program(
    'format',
    'node_modules/prettier/bin/prettier.cjs',
    '--check',
    '--log-level',
    'warn',
    '{src,tests,bench,bin}/**/*.{ts,tsx,js,css}',
    '*.{ts,mjs}',
  ),
  program('types of the quiet floors', tsc, '-p', 'tsconfig.quiet.json'),
  openApi,
];
