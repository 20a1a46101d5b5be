import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { refuse } from '#domain/shared/refusals.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { mappingSchema, type Mapping } from '#domain/values/import/mapping-schema.ts';
import { importFiguresFile } from '#services/value-imports/import-figures-file.ts';
import { sentenceOf } from '../explain.ts';
import { withInstallation } from '../with-installation.ts';

export type ImportValuesOptions = {
  readonly country?: string;
  readonly mapping?: string;
  readonly metadata?: string;
  readonly dryRun?: boolean;
};

/**
 * `import values FILE [--mapping MAPPING.json] [--metadata METADATA.json] [--dry-run]`: brings in a file of figures, all of it or nothing. Problems go to standard
 * error, one a line, as file:row:column: message; the command ends well only when nothing was refused.
 */
export async function importValuesFile(name: string, options: ImportValuesOptions): Promise<void> {
  await withInstallation(async ({ context, configuration }) => {
    const at = (path: string) => resolve(configuration.calledFrom, path);
    const mapping = options.mapping === undefined ? {} : await readMapping(at(options.mapping));
    const fileName = basename(name);
    const report = await importFiguresFile(context, {
      path: at(name),
      fileName,
      territory: mapping.territory ?? options.country ?? null,
      mapping,
      metadataPath: options.metadata === undefined ? undefined : at(options.metadata),
      apply: options.dryRun !== true,
      onProgress: (rows) => process.stderr.write(`… ${rows}\n`),
    });
    for (const problem of report.problems) process.stderr.write(`${lineOf(fileName, problem)}\n`);
    const { layout, problems: _listed, ...counts } = report;
    process.stdout.write(`${JSON.stringify({ ...counts, layout }, null, 2)}\n`);
    if (report.problemCount > 0) process.exitCode = 1;
  });
}

async function readMapping(path: string): Promise<Mapping> {
  const parsed = mappingSchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
  if (parsed.success) return parsed.data;
  throw refuse('shared.invalid', {
    problems: parsed.error.issues.map((issue) => ({
      code: 'request.invalid-value',
      field: issue.path.join('.'),
    })),
  });
}

function lineOf(fileName: string, problem: Problem): string {
  const column = /^([A-Z]+)\d+$/.exec(problem.cell ?? '')?.[1] ?? problem.field ?? '';
  return `${fileName}:${problem.row ?? ''}:${column}: ${sentenceOf(problem)}`;
}
