import { Command } from 'commander';
import { readConfiguration } from '#main/config.ts';
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

// What a command needs is loaded when it is asked for: a list of accounts waits for no web server.
const server = async () => (await import('./commands/server.ts')).addServerCommands(program);
const exchange = async () => (await import('./commands/exchange.ts')).addExchangeCommands(program);
const backup = async () => (await import('./commands/backup.ts')).addBackupCommands(program);
const users = async () => (await import('./commands/users.ts')).addUsersCommands(program);
const audit = async () => (await import('./commands/audit.ts')).addAuditCommands(program);
const doctor = async () => (await import('./commands/doctor.ts')).addDoctorCommand(program);
const named: Readonly<Record<string, () => Promise<void>>> = {
  demo: server,
  init: server,
  serve: server,
  migrate: server,
  import: exchange,
  export: exchange,
  backup,
  restore: backup,
  users,
  audit,
  doctor,
};
// Whoever names none of them, or one that there is not, is told of all.
const asked = named[process.argv[2] ?? ''];
for (const add of asked ? [asked] : [server, exchange, backup, users, audit, doctor]) await add();

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
