import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { Refusal, type Problem } from '#domain/shared/refusal.ts';
import type { LeftOutReason } from '#domain/values/import/left-out.ts';
import { mappingSchema, type Mapping } from '#domain/values/import/mapping-schema.ts';
import { importFiguresFile } from '#services/value-imports/import-figures-file.ts';
import { say } from '#words/index.ts';
import { refusalWords } from '#words/refusal-words.ts';
import { sentenceOf } from '../explain.ts';
import { withInstallation } from '../with-installation.ts';

export type ImportValuesOptions = {
  readonly country?: string;
  readonly mapping?: string;
  readonly metadata?: string;
  readonly dryRun?: boolean;
};

/**
 * `import values FILE [--mapping MAPPING.json] [--metadata METADATA.json] [--dry-run]`: brings in a file of figures, all of it or nothing.
 * Problems go to standard error, one a line, as file:row:column: message; of a file that cannot be read at all, row and column are empty.
 * Standard output holds what came of it, as JSON. The command ends with 0 only when nothing was refused, with 1 otherwise.
 */
export async function importValuesFile(name: string, options: ImportValuesOptions): Promise<void> {
  try {
    await withInstallation(async ({ context, configuration }) => {
      const at = (path: string) => resolve(configuration.calledFrom, path);
      const mapping = await readMapping(options.mapping, at);
      if (mapping === null) return;
      const report = await importFiguresFile(context, {
        path: at(name),
        fileName: basename(name),
        territory: mapping.territory ?? options.country ?? null,
        mapping,
        metadataPath: options.metadata === undefined ? undefined : at(options.metadata),
        apply: options.dryRun !== true,
        // For people who wait; whoever reads standard error by program reads problems only.
        ...(process.stderr.isTTY
          ? { onProgress: (rows: number) => process.stderr.write(`… ${rows}\n`) }
          : {}),
      });
      const { layout, problems, ...counts } = report;
      for (const problem of problems) tell(name, problem);
      const more = counts.problemCount - problems.length;
      if (more > 0) tellOfFile(name, say.dynamic('es', 'value-imports.more', { count: more }));
      const unread = counts.unread.map((one) => ({ ...one, words: wordsOf(one) }));
      process.stdout.write(`${JSON.stringify({ ...counts, unread, layout }, null, 2)}\n`);
      if (counts.problemCount > 0) process.exitCode = 1;
    });
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    for (const one of problem.details.problems ?? []) tell(name, one);
    tellOfFile(name, refusalWords('es', `refusal.${problem.code}`, problem.details.values));
  }
}

/** The mapping of a file; null where it is none, which is then said. */
async function readMapping(name: string | undefined, at: (path: string) => string): Promise<Mapping | null> {
  if (name === undefined) return {};
  const text = await readFile(at(name), 'utf8');
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    tellOfFile(name, say.dynamic('es', 'problem.request.not-json'));
    return null;
  }
  const parsed = mappingSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  for (const { path } of parsed.error.issues)
    tell(name, { code: 'request.invalid-value', field: path.join('.') });
  return null;
}

function tell(file: string, problem: Problem): void {
  const column = /^([A-Z]+)\d+/.exec(problem.cell ?? '')?.[1] ?? problem.field ?? '';
  process.stderr.write(`${file}:${problem.row ?? ''}:${column}: ${sentenceOf(problem)}\n`);
  process.exitCode = 1;
}

function tellOfFile(file: string, sentence: string): void {
  process.stderr.write(`${file}::: ${sentence}\n`);
  process.exitCode = 1;
}

function wordsOf({ reason, rows }: { readonly reason: LeftOutReason; readonly rows: number }): string {
  const why = say.dynamic('es', `value-imports.left-out.${reason}`);
  return say.dynamic('es', 'value-imports.left-out-rows', { rows, reason: why });
}
