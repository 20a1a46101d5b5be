import { readFile, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import type { FileAnswer } from '#contract/operation.ts';
import { refuse } from '#domain/shared/refusals.ts';
import type { Context } from '#services/context.ts';
import { exportActors } from '#services/actors/export-actors.ts';
import { importActors } from '#services/actors/import-actors.ts';
import { previewActorsImport } from '#services/actors/preview-actors-import.ts';
import { exportNeeds } from '#services/diagnosis/export-needs.ts';
import { importNeeds } from '#services/diagnosis/import-needs.ts';
import { previewNeedsImport } from '#services/diagnosis/preview-needs-import.ts';
import { exportInventory } from '#services/planning/export-inventory.ts';
import { exportBoundaries } from '#services/territories/export-boundaries.ts';
import { exportTerritories } from '#services/territories/export-territories.ts';
import { importBoundaries } from '#services/territories/import-boundaries.ts';
import { importTerritories } from '#services/territories/import-territories.ts';
import { addDocumentCommands } from './documents.ts';
import { addReportCommands } from './report-files.ts';
import { addExportValuesCommand } from './export-values.ts';
import { addExportViewCommand } from './export-view.ts';
import { printReport } from '../print-report.ts';
import { withInstallation } from '../with-installation.ts';
import { exportIndicatorsFile, importIndicatorsFile } from './indicator-files.ts';
import { importValuesFile, type ImportValuesOptions } from './import-values.ts';
import { exportStrategyFile, importStrategyFile } from './strategy-files.ts';

const kinds = [
  'territories',
  'boundaries',
  'organisations',
  'structures',
  'people',
  'needs',
  'indicators',
  'strategy',
] as const;
type Kind = (typeof kinds)[number];
/** What is only taken away: an operating plan is brought in by its organisation, column by column. */
const exported = [...kinds, 'inventory'] as const;
type Exported = (typeof exported)[number];

const csv = 'text/csv';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type ImportOptions = {
  readonly country: string;
  readonly apply?: boolean;
  readonly dryRun?: boolean;
  readonly level?: string;
  readonly projection?: string;
  readonly layer?: string;
  readonly accept?: string;
  readonly leave?: string;
};

/** `import` and `export`: the same files that the pages take and give. */
export function addExchangeCommands(program: Command): void {
  addImportCommand(program);
  addExportCommand(program);
}

function addImportCommand(program: Command): void {
  const importing = program
    .command('import')
    .argument('<what>', [...kinds, 'values'].join(' | '), importedOf)
    .argument('<file>', 'archivo · file')
    .option('--country <code>', 'país, p. ej. PA', upperCase)
    .option(
      '--mapping <file>',
      'mapa de columnas de un archivo de cifras (JSON) · how a file of figures is to be read',
    )
    .option('--metadata <file>', 'metadatos de DHIS2 (JSON) que nombran las marcas de un archivo de cifras')
    .option(
      '--apply',
      'guarda; sin ello solo dice qué pasaría · saves; otherwise only says what would happen',
    )
    .option('--dry-run', 'solo dice qué pasaría, también con --apply · only says what would happen')
    .option('--level <n>', 'nivel de los límites · level of boundaries')
    .option('--projection <epsg>', 'proyección de los límites, p. ej. EPSG:5367')
    .option('--layer <name>', 'capa de un TopoJSON')
    .option('--accept <questions>', 'preguntas aceptadas, con comas · questions accepted')
    .option('--leave <questions>', 'preguntas que se dejan fuera · questions left out')
    .description('Importa un archivo; primero muestra qué cambiaría · imports a file, after a dry run')
    .action(
      async (
        what: Kind | 'values',
        name: string,
        asked: Omit<ImportOptions, 'country'> & ImportValuesOptions,
      ) => {
        if (what === 'values') return importValuesFile(name, asked);
        const { country } = asked;
        if (country === undefined) return importing.error('--country <code>');
        const given: ImportOptions = { ...asked, country };
        const options = { ...given, apply: given.apply === true && given.dryRun !== true };
        await withInstallation(async ({ context, configuration }) => {
          const bytes = new Uint8Array(await readFile(resolve(configuration.calledFrom, name)));
          printReport(await importFile(context, what, { bytes, fileName: basename(name), options }));
          if (!options.apply)
            process.stdout.write(
              'Nada se guardó; repita con --apply. · Nothing was saved; repeat with --apply.\n',
            );
        });
      },
    );
}

function addExportCommand(program: Command): void {
  const exporting = program
    .command('export')
    .argument('<what>', exported.join(' | '), exportedOf)
    .option('--country <code>', 'país, p. ej. PA', upperCase)
    .option('--format <format>', 'csv | xlsx | json | geojson | topojson', 'csv')
    .option('--level <n>', 'nivel de los límites', '2')
    .option('--output <file>', 'archivo; sin él, la salida normal · file; otherwise standard output')
    .description('Exporta en el mismo formato que se importa · exports in the format that is imported')
    .action(
      async (
        what: Exported,
        options: { country?: string; format: string; level: string; output?: string },
      ) => {
        const country = options.country ?? exporting.error('--country <code>');
        await withInstallation(async ({ context, configuration }) => {
          const file = await exportFile(context, what, { ...options, country });
          if (options.output) await writeFile(resolve(configuration.calledFrom, options.output), file.bytes);
          else await writeOut(file.bytes);
        });
      },
    );
  addDocumentCommands(exporting);
  addReportCommands(exporting);
  addExportValuesCommand(exporting);
  addExportViewCommand(exporting);
}

function questions(text = ''): string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

const importedOf = (text: string): Kind | 'values' => oneOf([...kinds, 'values'], text);
const exportedOf = (text: string): Exported => oneOf(exported, text);

function oneOf<Value extends string>(known: readonly Value[], text: string): Value {
  const found = known.find((one) => one === text);
  if (found) return found;
  throw new InvalidArgumentError(`(${known.join(', ')})`);
}

function upperCase(text: string): string {
  return text.toUpperCase();
}

async function importFile(
  context: Context,
  what: Kind,
  given: { bytes: Uint8Array; fileName: string; options: ImportOptions },
): Promise<unknown> {
  const { bytes, fileName, options } = given;
  const { country } = options;
  const apply = options.apply ? 'yes' : 'no';
  if (what === 'territories')
    return importTerritories(context, { country, apply, fileName, bytes, mediaType: csv });
  if (what === 'boundaries') {
    return importBoundaries(context, {
      country,
      apply,
      fileName,
      bytes,
      mediaType: 'application/octet-stream',
      level: options.level === undefined ? undefined : Number(options.level),
      projection: options.projection,
      layer: options.layer,
      accept: questions(options.accept),
      leave: questions(options.leave),
    });
  }
  const mediaType = fileName.toLowerCase().endsWith('.csv') ? csv : xlsx;
  if (what === 'needs') {
    const file = { territory: country, fileName, bytes, mediaType };
    return options.apply ? importNeeds(context, file) : previewNeedsImport(context, file);
  }
  if (what === 'indicators')
    return importIndicatorsFile(context, country, { fileName, bytes, mediaType }, options.apply === true);
  if (what === 'strategy')
    return importStrategyFile(context, country, { fileName, bytes, mediaType }, options.apply === true);
  const asked = { of: what, territory: country, fileName, bytes, mediaType };
  return options.apply ? importActors(context, asked) : previewActorsImport(context, asked);
}

async function exportFile(
  context: Context,
  what: Exported,
  options: { country: string; format: string; level: string },
): Promise<FileAnswer> {
  const { country, format } = options;
  if (what === 'territories' && format === 'csv') return exportTerritories(context, { country, ended: 'no' });
  if (what === 'boundaries' && (format === 'geojson' || format === 'topojson')) {
    return exportBoundaries(context, { country, level: Number(options.level), format });
  }
  if (what === 'indicators') return exportIndicatorsFile(context, country, format);
  if (what === 'strategy') return exportStrategyFile(context, country, format);
  if (what === 'needs' && (format === 'csv' || format === 'xlsx')) {
    return exportNeeds(context, { territory: country, below: 'yes', standing: 'current', format });
  }
  if (what === 'inventory' && (format === 'csv' || format === 'xlsx')) {
    return exportInventory(context, { territory: country, below: 'yes', standing: 'current', format });
  }
  if (
    what !== 'territories' &&
    what !== 'boundaries' &&
    what !== 'needs' &&
    what !== 'inventory' &&
    (format === 'csv' || format === 'xlsx')
  ) {
    return exportActors(context, { of: what, territory: country, format });
  }
  throw refuse('shared.unsupported-media', {
    values: { accepted: what === 'boundaries' ? 'geojson, topojson' : 'csv, xlsx' },
  });
}

/** Waits until everything is written: a pipe may be slower than we are. */
function writeOut(bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(bytes, (problem) => (problem ? reject(problem) : resolve()));
  });
}
