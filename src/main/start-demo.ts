import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildWeb } from './build-web.ts';
import { listExampleAccounts } from '#services/access/make-example-accounts.ts';
import { ConfigurationProblem, installationOf, makeSecret, type Configuration } from './config.ts';
import { readSetting, writeSetting } from '#database/operations/setting-store.ts';
import { loadDemo } from './load-demo.ts';
import { markOfPacks } from './mark-of-packs.ts';
import { bringUpToDate } from './migrate-installation.ts';
import { keepMode, readMode } from './mode.ts';
import { refuseTakenPort } from './refuse-taken-port.ts';
import { openDatabase, type OpenDatabase, type Progress } from './open-database.ts';
import { serve, type Running } from './serve.ts';

/** Every country that has a pack: a folder added there is shown too. */
async function listCountries(packs: string): Promise<string[]> {
  const folders = await readdir(packs);
  return folders.filter((code) => existsSync(join(packs, code, 'manifest.json'))).toSorted();
}

/** `npm start`: everything made that is missing, example data loaded, served to this machine only. */
export async function startDemo(
  configuration: Configuration,
  options: { development: boolean; log?: 'silent' | 'warn' },
  progress: Progress,
): Promise<Running> {
  await refuseTakenPort(configuration.port, '127.0.0.1');
  const secret = makeSecret(configuration);
  const local = { ...configuration, host: '127.0.0.1', origin: `http://127.0.0.1:${configuration.port}` };
  const installation = installationOf(local, 'demo', secret);
  // The pages are built while the database gets ready; a failure of either is told when both are waited for.
  const building = options.development
    ? Promise.resolve(false)
    : buildWeb({ onProgress: (step) => progress(`web.${step}`) });
  building.catch(() => undefined);
  const opened = await openDatabase(configuration, progress);
  try {
    await prepareDemo(configuration, opened, installation, progress);
    await building;
    const running = await serve({ configuration: local, opened, installation, ...options }, progress);
    announce(running.address, await tellableAccounts(configuration));
    return running;
  } catch (problem) {
    await opened.close();
    throw problem;
  }
}

/** Fills a demonstration: packs, example operations, example accounts. Done again, it changes nothing. */
export async function prepareDemo(
  configuration: Configuration,
  opened: OpenDatabase,
  installation: ReturnType<typeof installationOf>,
  progress: Progress,
): Promise<void> {
  await bringUpToDate(configuration, opened, progress);
  if ((await readMode(opened.database)) === 'real') {
    throw new ConfigurationProblem(
      'Esta carpeta de datos es de una instalación real: use «articula serve». · This data folder belongs to a real installation: use "articula serve".',
    );
  }
  await keepMode(opened.database, 'demo');
  const packs = join(configuration.home, 'packs');
  const countries = await listCountries(packs);
  const mark = await markOfPacks(packs, [...countries, 'instruments', 'indicators'], configuration.version);
  if ((await readSetting(opened.database, 'demo.loaded')) === mark) return;
  progress('packs');
  await loadDemo({ url: opened.url, installation, packs, countries }, progress);
  await writeSetting(opened.database, 'demo.loaded', mark);
}

type Tellable = { readonly username: string; readonly password: string; readonly description: string };

async function tellableAccounts(configuration: Configuration): Promise<Tellable[]> {
  const folder = join(configuration.home, 'packs');
  const accounts = await listExampleAccounts({ folder, countries: await listCountries(folder) });
  return accounts.filter(({ password }) => password !== '');
}

function announce(address: string, accounts: readonly Tellable[]): void {
  const widest = Math.max(...accounts.map(({ username }) => username.length));
  const longest = Math.max(...accounts.map(({ password }) => password.length));
  const lines = accounts.map(
    ({ username, password, description }) =>
      `  ${username.padEnd(widest)}  ${password.padEnd(longest)}  ${description}`,
  );
  process.stdout.write(
    `\nArticula · demostración con datos de ejemplo · demonstration with example data\n\n  ${address}\n\n` +
      `Cuentas de ejemplo (usuario, contraseña) · example accounts\n${lines.join('\n')}\n\nCtrl-C para cerrar · to stop\n`,
  );
}
