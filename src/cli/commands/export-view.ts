import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { visitorScope } from '#domain/access/scope.ts';
import { exportView } from '#services/analysis/export-view.ts';
import { withInstallation } from '../with-installation.ts';

const formats = ['csv', 'xlsx'] as const;

/** `export view`: the table of a view that was kept, or of an address of the explorer. */
export function addExportViewCommand(exporting: Command): void {
  exporting
    .command('view')
    .argument(
      '<view>',
      'número de la vista, o dirección del explorador · id of the view, or address of the explorer',
    )
    .option('--public', 'como la ve todo el mundo · as everyone sees it')
    .description('Exporta la tabla de una vista de cifras · exports the table of a view of figures')
    .action(async (view: string, _own: unknown, command: Command) => {
      // Format and file are options of `export` itself, which reads them wherever they stand.
      const options = command.optsWithGlobals<{ format: string; output?: string; public?: boolean }>();
      const format = formats.find((one) => one === options.format);
      if (!format) exporting.error(`--format: ${formats.join(' | ')}`);
      await withInstallation(async ({ context, configuration }) => {
        const reader = options.public ? ({ kind: 'visitor', scope: visitorScope } as const) : context.actor;
        const { bytes } = await exportView({ ...context, actor: reader }, { view, format });
        if (options.output) await writeFile(resolve(configuration.calledFrom, options.output), bytes);
        else await writeOut(bytes);
      });
    });
}

/** Waits until everything is written: a pipe may be slower than we are. */
function writeOut(bytes: Uint8Array): Promise<void> {
  return new Promise((done, fail) => {
    process.stdout.write(bytes, (problem) => (problem ? fail(problem) : done()));
  });
}
