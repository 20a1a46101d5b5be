import { buildWeb } from './build-web.ts';
import { readMigrationState } from '#database/migrate.ts';
import { countExampleAccounts } from '#database/access/example-account-views.ts';
import {
  ConfigurationProblem,
  findSecret,
  installationOf,
  isStrongSecret,
  type Configuration,
} from './config.ts';
import { readMode } from './mode.ts';
import { refuseTakenPort } from './refuse-taken-port.ts';
import { openDatabase, type OpenDatabase, type Progress } from './open-database.ts';
import { serve, type Running } from './serve.ts';

/** `articula serve`: refuses whatever would make a real installation unsafe, and says all of it at once. */
export async function startReal(
  configuration: Configuration,
  progress: Progress,
  options: { log?: 'silent' | 'info' } = {},
): Promise<Running> {
  await refuseTakenPort(configuration.port, configuration.host);
  const secret = findSecret(configuration);
  const opened = await openDatabase(configuration, progress);
  try {
    const faults = await listFaults(secret, opened);
    if (faults.length > 0) throw new ConfigurationProblem(faults.map((fault) => `  - ${fault}`).join('\n'));
    await buildWeb({ onProgress: (step) => progress(`web.${step}`) });
    const installation = installationOf(configuration, 'real', secret ?? '');
    const running = await serve(
      { configuration, opened, installation, log: options.log ?? 'info' },
      progress,
    );
    process.stdout.write(`Articula · ${running.address}\n`);
    return running;
  } catch (problem) {
    await opened.close();
    throw problem;
  }
}

async function listFaults(secret: string | null, opened: OpenDatabase): Promise<string[]> {
  const faults: string[] = [];
  if (secret === null) {
    faults.push(
      'Falta el secreto: ejecute «articula init» o defina ARTICULA_SECRET. · No secret: run "articula init" or set ARTICULA_SECRET.',
    );
  } else if (!isStrongSecret(secret)) {
    faults.push(
      'El secreto es débil: se necesitan 32 caracteres al azar. · Weak secret: 32 random characters are needed.',
    );
  }
  const state = await readMigrationState(opened.database.ownerPool);
  if (state.pending.length > 0 || state.applied.length === 0 || state.unknown.length > 0) {
    faults.push(
      'La base de datos no está al día: ejecute «articula migrate» (o «articula init»). · The database is not migrated.',
    );
    return faults;
  }
  if ((await readMode(opened.database)) !== 'real') {
    faults.push(
      'La carpeta no contiene una instalación: ejecute «articula init --country …». · Not an installation yet.',
    );
  }
  const examples = await countExampleAccounts(opened.database);
  if (examples > 0) {
    faults.push(
      `Hay ${examples} cuentas de ejemplo; una instalación real no las admite. · Example accounts are not allowed.`,
    );
  }
  return faults;
}
