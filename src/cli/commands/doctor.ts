import type { Command } from 'commander';
import type { Check } from '#domain/operations/examination.ts';
import { examineInstallation } from '#main/examine.ts';
import { readConfiguration } from '#main/config.ts';
import { say } from '#words/index.ts';

/** What was found, and where the embedded database said itself what stood in its way, that too. */
function sentenceOf({ code, values, problem }: Check): string {
  const found = say.dynamic('es', `doctor.${code}`, values);
  return problem ? `${found} ${say.dynamic('es', `problem.${problem.code}`, problem.values)}` : found;
}

const marks = { well: '✓', warning: '!', failing: '✗' } as const;

/** `doctor`: examines machine, database, disk, clock and mail, and says what to do. Exit 0 only when all is well. */
export function addDoctorCommand(program: Command): void {
  program
    .command('doctor')
    .description(
      'Examina la máquina, la base de datos, el disco, el reloj y el correo · examines the machine',
    )
    .option('--json', 'un objeto JSON por línea')
    .action(async (options: { json?: boolean }) => {
      const checks = await examineInstallation(readConfiguration());
      for (const check of checks) {
        if (options.json) process.stdout.write(`${JSON.stringify(check)}\n`);
        else process.stdout.write(`${marks[check.state]} ${sentenceOf(check)}\n`);
      }
      process.exitCode = checks.every((check) => check.state === 'well') ? 0 : 1;
    });
}
