import { resolve } from 'node:path';
import type { Command } from 'commander';
import { restoreBackup, testRestore, writeBackup } from '#database/backup/index.ts';
import { openDatabase } from '#main/open-database.ts';
import { readConfiguration } from '#main/config.ts';
import { anchorChains } from '#services/audit/anchor-chains.ts';
import { stepReporter } from '../progress.ts';
import { withInstallation } from '../with-installation.ts';

/** `backup FILE` and `restore FILE`: everything, files included, between any two kinds of database. */
export function addBackupCommands(program: Command): void {
  program
    .command('backup')
    .argument('<file>', 'archivo que se escribe · file to write')
    .option('--test', 'lo restaura al lado y compara · restores it beside and compares')
    .description('Respalda todo en un archivo · backs everything up into one file')
    .action(async (name: string, options: { test?: boolean }) => {
      await withInstallation(async ({ context, opened, configuration }) => {
        const file = resolve(configuration.calledFrom, name);
        await anchorChains(context);
        const made = await writeBackup({
          url: opened.url,
          dataFolder: configuration.dataFolder,
          file,
          reason: 'asked',
        });
        process.stdout.write(
          `${file}: ${made.rows} filas, ${made.files} archivos, ${made.bytes} bytes, sha256 ${made.sha256}\n`,
        );
        if (options.test) {
          const { rows, files } = await testRestore({ file, url: opened.url });
          process.stdout.write(
            `Restaurado al lado, igual · restored beside, equal: ${rows} filas, ${files} archivos\n`,
          );
        }
      });
    });
  addRestoreCommand(program);
}

function addRestoreCommand(program: Command): void {
  program
    .command('restore')
    .argument('<file>', 'respaldo · backup')
    .option('--replace', 'reemplaza lo que haya · replaces what is there')
    .description('Restaura un respaldo; con --replace guarda antes lo que había · restores a backup')
    .action(async (name: string, options: { replace?: boolean }) => {
      const configuration = readConfiguration();
      const opened = await openDatabase(configuration, stepReporter());
      try {
        const file = resolve(configuration.calledFrom, name);
        const restored = await restoreBackup({
          file,
          url: opened.url,
          dataFolder: configuration.dataFolder,
          replace: options.replace ?? false,
        });
        process.stdout.write(
          `Restaurado · restored: ${restored.madeAt.toISOString()}, ${restored.rows} filas, ${restored.files} archivos\n`,
        );
        if (restored.former !== null)
          process.stdout.write(`Lo que había antes · what was there before: ${restored.former}\n`);
      } finally {
        await opened.close();
      }
    });
}
