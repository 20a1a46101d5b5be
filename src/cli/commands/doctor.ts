import type { Command } from 'commander';
import { examineInstallation } from '#main/examine.ts';
import { readConfiguration } from '#main/config.ts';
import { say } from '#words/index.ts';

const marks = { well: '✓', warning: '!', failing: '✗' } as const;

/** `doctor`: examines machine, database, disk, clock and mail, and says what to do. Exit 0 only when all is well. */
export function addDoctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('Examina la máquina, la base de datos, el disco, el reloj y el correo · examines the machine')
    .option('--json', 'un objeto JSON por línea')
    .action(async (options: { json?: boolean }) => {
      const checks = await examineInstallation(readConfiguration());
      for (const check of checks) {
        if (options.json) process.stdout.write(`${JSON.stringify(check)}\n`);
        else process.stdout.write(`${marks[check.state]} ${say.dynamic('es', `doctor.${check.code}`, check.values)}\n`);
      }
      process.exitCode = checks.every((check) => check.state === 'well') ? 0 : 1;
    });
}
