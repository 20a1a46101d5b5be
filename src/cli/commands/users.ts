import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import { refuse } from '#domain/access/refusals.ts';
import { inviteAccount } from '#services/access/invite-account.ts';
import { inviteFromTable } from '#services/access/invite-from-table.ts';
import { listAccounts } from '#services/access/list-accounts.ts';
import { previewInvitations } from '#services/access/preview-invitations.ts';
import { reopenAccount } from '#services/access/reopen-account.ts';
import { resetAccess } from '#services/access/reset-access.ts';
import { suspendAccount } from '#services/access/suspend-account.ts';
import type { Context } from '#services/context.ts';
import { printReport } from '../print-report.ts';
import { withInstallation } from '../with-installation.ts';

/** `users`: who has an account, letting people in, and letting them in again. */
export function addUsersCommands(program: Command): void {
  const users = program.command('users').description('Cuentas · accounts');
  users
    .command('list')
    .option('--territory <reference>', 'p. ej. PA-0810')
    .option('--not-entered', 'solo quienes aún no han entrado · only who has not entered')
    .action(async (options: { territory?: string; notEntered?: boolean }) => {
      await withInstallation(async ({ context }) => printAccounts(context, options));
    });
  users
    .command('invite')
    .argument('<username>')
    .description('Enlace de invitación de una cuenta que no ha entrado · invitation link')
    .action(async (username: string) => {
      await withInstallation(async ({ context }) => {
        const { link, expiresAt } = await inviteAccount(context, {
          id: await idOf(context, username),
          body: { channel: 'link' },
        });
        process.stdout.write(`${link}\n(${expiresAt})\n`);
      });
    });
  users
    .command('invite-table')
    .argument('<file>', 'XLSX o CSV')
    .requiredOption('--country <code>')
    .option('--apply', 'crea las cuentas; sin ello solo dice qué pasaría')
    .action(async (name: string, options: { country: string; apply?: boolean }) => {
      await withInstallation(async ({ context, configuration }) => {
        const file = resolve(configuration.calledFrom, name);
        const bytes = new Uint8Array(await readFile(file));
        const given = {
          bytes,
          mediaType: basename(file).endsWith('.csv') ? 'text/csv' : 'application/octet-stream',
        };
        const asked = { country: options.country.toUpperCase(), channel: 'link' as const, ...given };
        printReport(
          options.apply ? await inviteFromTable(context, asked) : await previewInvitations(context, asked),
        );
      });
    });
  addResetCommand(users);
  addStandingCommands(users);
}

function addResetCommand(users: Command): void {
  users
    .command('reset')
    .argument('<username>')
    .option('--remove-second-factor', 'si también se perdió el segundo factor')
    .description('Código de un solo uso para quien no puede entrar · one-time code')
    .action(async (username: string, options: { removeSecondFactor?: boolean }) => {
      await withInstallation(async ({ context }) => {
        const body = { removeSecondFactor: options.removeSecondFactor ?? false };
        const { code, expiresAt } = await resetAccess(context, { id: await idOf(context, username), body });
        process.stdout.write(`${code}\n(${expiresAt})\n`);
      });
    });
}

function addStandingCommands(users: Command): void {
  users
    .command('suspend')
    .argument('<username>')
    .requiredOption('--reason <text>', 'queda en el registro · kept in the trail')
    .action(async (username: string, options: { reason: string }) => {
      await withInstallation(async ({ context }) => {
        const { id, version } = await findAccount(context, username);
        await suspendAccount(context, { id, version, body: { reason: options.reason } });
      });
    });
  users
    .command('reopen')
    .argument('<username>')
    .requiredOption('--reason <text>', 'queda en el registro · kept in the trail')
    .action(async (username: string, options: { reason: string }) => {
      await withInstallation(async ({ context }) => {
        const { id, version } = await findAccount(context, username);
        await reopenAccount(context, { id, version, body: { reason: options.reason } });
      });
    });
}

async function printAccounts(
  context: Context,
  options: { territory?: string; notEntered?: boolean },
): Promise<void> {
  let after: string | undefined;
  do {
    const page = await listAccounts(context, {
      limit: 200,
      after,
      territory: options.territory,
      entered: options.notEntered ? 'no' : undefined,
    });
    for (const account of page.items) {
      const roles = account.roles.map((held) => `${held.role} ${held.territory.reference}`).join(', ');
      process.stdout.write(`${account.username}\t${account.standing}\t${account.person.name}\t${roles}\n`);
    }
    after = page.next ?? undefined;
  } while (after !== undefined);
}

async function findAccount(context: Context, username: string) {
  const { items } = await listAccounts(context, { text: username, limit: 200 });
  const found = items.find((account) => account.username === username);
  if (!found) throw refuse('access.account-not-found');
  return found;
}

async function idOf(context: Context, username: string): Promise<string> {
  return (await findAccount(context, username)).id;
}
