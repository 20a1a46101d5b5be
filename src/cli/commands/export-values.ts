import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { figureFileFormats } from '#contract/values/figures.ts';
import { visitorScope } from '#domain/access/scope.ts';
import { isPeriodKind, periodKinds } from '#domain/indicators/period.ts';
import { exportValues } from '#services/values/export-values.ts';
import { withInstallation } from '../with-installation.ts';

type Options = {
  readonly indicator: string;
  readonly within?: string;
  readonly level?: string | undefined;
  readonly from?: string;
  readonly to?: string;
  readonly by?: string;
  readonly period?: string;
  readonly series?: string;
  readonly format: string;
  readonly output?: string;
  readonly public?: boolean;
};

/** `export values`: figures as the API gives them; with `--public` as everyone gets them. */
export function addExportValuesCommand(exporting: Command): void {
  exporting
    .command('values')
    .requiredOption('--indicator <code>', 'código del indicador · code of the indicator')
    .option(
      '--within <territory>',
      'territorio, p. ej. PA-0810; si no, el país · territory; else the country',
    )
    .option('--from <period>', 'desde, p. ej. 2020 o 2020-01; si no, desde el principio · from')
    .option('--to <period>', 'hasta; si no, hasta el final · to')
    .option('--by <dimensions>', 'desglose, p. ej. sex,age · breakdown')
    .addOption(
      new Option('--period <kind>', 'duración de cada período · length of each period').choices(periodKinds),
    )
    .option('--series <n>', 'número de la serie · number of the series')
    .option(
      '--public',
      'como las ve todo el mundo, con los números pequeños protegidos · as everyone sees them',
    )
    .description('Exporta cifras de un indicador · exports figures of an indicator')
    .action(async (_own: unknown, command: Command) => {
      // Format, level and file are options of `export` itself, which reads them wherever they stand.
      const given = command.optsWithGlobals<Options>();
      const isAsked = exporting.getOptionValueSource('level') !== 'default';
      const options = { ...given, level: isAsked ? given.level : undefined };
      const format = figureFileFormats.find((one) => one === options.format);
      if (!format) exporting.error(`--format: ${figureFileFormats.join(' | ')}`);
      await withInstallation(async ({ context, configuration }) => {
        const reader = options.public ? ({ kind: 'visitor', scope: visitorScope } as const) : context.actor;
        const file = await exportValues({ ...context, actor: reader }, { ...askedOf(options), format });
        if (options.output) await writeFile(resolve(configuration.calledFrom, options.output), file.bytes);
        else await writeOut(file.bytes);
      });
    });
}

function askedOf(options: Options) {
  const { by, from, indicator, level, period, series, to, within } = options;
  return {
    indicator: indicator.toUpperCase(),
    level,
    from,
    to,
    by,
    within: within?.toUpperCase(),
    period: period !== undefined && isPeriodKind(period) ? period : undefined,
    series: series === undefined ? undefined : Number(series),
    territory: undefined,
  };
}

/** Waits until everything is written: a pipe may be slower than we are. */
function writeOut(bytes: Uint8Array): Promise<void> {
  return new Promise((done, fail) => {
    process.stdout.write(bytes, (problem) => (problem ? fail(problem) : done()));
  });
}
