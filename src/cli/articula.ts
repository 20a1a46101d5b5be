import { Command } from 'commander';
import { readConfiguration } from '#main/config.ts';
import { addAuditCommands } from './commands/audit.ts';
import { addBackupCommands } from './commands/backup.ts';
import { addDoctorCommand } from './commands/doctor.ts';
import { addExchangeCommands } from './commands/exchange.ts';
import { addServerCommands } from './commands/server.ts';
import { addUsersCommands } from './commands/users.ts';
import { explain } from './explain.ts';

const program = new Command('articula')
  .description(
    'Articula: coordinación de quienes previenen la violencia · coordinating those who prevent violence',
  )
  .version(readVersion())
  .showHelpAfterError()
  .addHelpText(
    'after',
    `
Variables: PORT, DATABASE_URL, ARTICULA_DATA (./.articula), ARTICULA_ORIGIN, ARTICULA_SECRET, ARTICULA_MAIL (smtp://…), ARTICULA_MAIL_FROM`,
  );

addServerCommands(program);
addExchangeCommands(program);
addBackupCommands(program);
addUsersCommands(program);
addAuditCommands(program);
addDoctorCommand(program);

try {
  await program.parseAsync(process.argv);
} catch (problem) {
  process.stderr.write(`${explain(problem)}\n`);
  process.exitCode = 1;
}

function readVersion(): string {
  try {
    return readConfiguration().version;
  } catch {
    return '';
  }
}
