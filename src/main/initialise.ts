import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Refusal } from '#domain/shared/refusal.ts';
import type { Context } from '#services/context.ts';
import { grantNewCountries } from '#services/access/grant-new-countries.ts';
import { createFirstAdministrator } from '#services/access/create-first-administrator.ts';
import { loadInstruments } from '#services/agreements/load-instruments.ts';
import { loadCrosswalks } from '#services/value-imports/load-crosswalks.ts';
import { loadIndicators } from '#services/indicators/load-indicators.ts';
import { loadPack } from '#services/territories/load-pack.ts';
import { loadFiguresPack } from '#services/values/load-figures-pack.ts';
import { countExampleAccounts } from '#database/access/example-account-views.ts';
import { writeSetting } from '#database/operations/setting-store.ts';
import { ConfigurationProblem, installationOf, makeSecret, type Configuration } from './config.ts';
import { localContext } from './local-context.ts';
import { bringUpToDate } from './migrate-installation.ts';
import { keepMode } from './mode.ts';
import { openDatabase, type Progress } from './open-database.ts';

export type Wish = { readonly country: readonly string[]; readonly packs?: string; readonly name?: string };

/** `articula init`: secret, database, packs, and the first administrator by a link that works once. */
export async function initialise(
  configuration: Configuration,
  wish: Wish,
  progress: Progress,
): Promise<void> {
  const folders = wish.country.map((code) => findPack(configuration, wish, code));
  const installation = installationOf(configuration, 'real', makeSecret(configuration));
  const opened = await openDatabase(configuration, progress);
  try {
    await bringUpToDate(configuration, opened, progress);
    if ((await countExampleAccounts(opened.database)) > 0) {
      throw new ConfigurationProblem(
        'Esta carpeta de datos es de la demostración; elija otra con ARTICULA_DATA. · This folder holds the demonstration; choose another with ARTICULA_DATA.',
      );
    }
    await keepMode(opened.database, 'real');
    if (wish.name) await writeSetting(opened.database, 'name', wish.name);
    const context = localContext(opened.database, installation);
    progress('packs');
    const loaded = [];
    for (const folder of folders) loaded.push({ folder, ...(await loadPack(context, { folder })) });
    await loadInstruments(context, { folder: join(configuration.home, 'packs', 'instruments') });
    await loadIndicators(context, { folder: join(configuration.home, 'packs', 'indicators'), country: null });
    for (const { folder, country } of loaded) await loadIndicators(context, { folder, country });
    await loadCrosswalks(context, { folder: join(configuration.home, 'packs', 'indicators'), country: null });
    for (const { folder, country } of loaded) await loadCrosswalks(context, { folder, country });
    for (const { folder, country } of loaded) await loadFiguresPack(context, { folder, country });
    await grantNewCountries(context);
    process.stdout.write(await firstAccess(context, wish));
  } finally {
    await opened.close();
  }
}

/** Done again, with one more country or none, it is no failure that somebody administers already. */
async function firstAccess(context: Context, wish: Wish): Promise<string> {
  const ready = '\nInstalación preparada. · Installation ready.\n\n';
  const serve = 'Sirva con: · serve with:\n\n  npx articula serve\n';
  try {
    const { link, expiresAt } = await createFirstAdministrator(context, { country: wish.country[0] ?? '' });
    const until = `${expiresAt.toISOString().slice(0, 16)} UTC`;
    return `${ready}Primer acceso (una sola vez, hasta ${until}) · first access, once:\n\n  ${link}\n\n${serve}`;
  } catch (problem) {
    if (!(problem instanceof Refusal) || problem.code !== 'access.already-begun') throw problem;
    return `${ready}Ya tiene quien la administre. · It already has an administrator.\n\n${serve}`;
  }
}

function findPack(configuration: Configuration, wish: Wish, code: string): string {
  const places = [
    ...(wish.packs ? [resolve(configuration.calledFrom, wish.packs)] : []),
    join(configuration.home, 'packs'),
  ];
  const found = places
    .map((place) => join(place, code.toUpperCase()))
    .find((folder) => existsSync(join(folder, 'manifest.json')));
  if (!found) {
    throw new ConfigurationProblem(
      `No hay paquete para «${code}» en ${places.join(', ')}. · No pack for "${code}".`,
    );
  }
  return found;
}
