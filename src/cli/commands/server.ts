import type { Command } from 'commander';
import { readConfiguration } from '#main/config.ts';
import { keepRunning, stepReporter } from '../progress.ts';

/** `demo`, `init`, `serve`, `migrate`: making and running an installation. */
export function addServerCommands(program: Command): void {
  program
    .command('demo')
    .description(
      'Demostración con datos de ejemplo, solo en esta máquina · demonstration on this machine only',
    )
    .option('--dev', 'con recarga al editar · reloads on edit')
    .action(async (options: { dev?: boolean }) => {
      const { startDemo } = await import('#main/start-demo.ts');
      await keepRunning(() =>
        startDemo(readConfiguration(), { development: options.dev ?? false }, stepReporter()),
      );
    });
  program
    .command('init')
    .description('Prepara una instalación vacía con los paquetes de uno o más países · makes an installation')
    .requiredOption('--country <code...>', 'países, p. ej. PA CR')
    .option('--packs <folder>', 'carpeta con paquetes de otros países · folder with further packs')
    .option('--name <text>', 'nombre de la oficina · name of the office')
    .action(async (options: { country: string[]; packs?: string; name?: string }) => {
      const { initialise } = await import('#main/initialise.ts');
      await initialise(readConfiguration(), options, stepReporter());
    });
  program
    .command('serve')
    .description('Sirve una instalación preparada con init · serves an installation')
    .action(async () => {
      const { startReal } = await import('#main/start-real.ts');
      await keepRunning(() => startReal(readConfiguration(), stepReporter()));
    });
  program
    .command('migrate')
    .description('Actualiza la base de datos; antes hace un respaldo · updates the database, after a backup')
    .action(async () => {
      const { migrateInstallation } = await import('#main/migrate-installation.ts');
      await migrateInstallation(readConfiguration(), stepReporter());
    });
}
