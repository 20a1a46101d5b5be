import type { Command } from 'commander';
import { verifyAudit } from '#services/audit/verify-audit.ts';
import { withInstallation } from '../with-installation.ts';

/** `audit verify`: reads the whole trail and names every entry that was altered, removed or put in. */
export function addAuditCommands(program: Command): void {
  const audit = program.command('audit').description('Registro de hechos · audit trail');
  audit
    .command('verify')
    .description('Comprueba que nada se alteró, quitó ni insertó · verifies that nothing was tampered with')
    .option('--json', 'resultado como JSON')
    .action(async (options: { json?: boolean }) => {
      const result = await withInstallation(({ context }) =>
        verifyAudit(context.database, context.installation.dataFolder),
      );
      if (options.json) process.stdout.write(`${JSON.stringify(result)}\n`);
      else process.stdout.write(`${result.text}\n`);
      process.exitCode = result.faults.length === 0 ? 0 : 1;
    });
}
