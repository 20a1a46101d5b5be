import { attachOrOpen } from '#main/attach.ts';
import { findSecret, installationOf, readConfiguration, type Configuration } from '#main/config.ts';
import { refuseOtherVersion } from '#main/refuse-other-version.ts';
import { readMode } from '#main/mode.ts';
import { localContext } from '#main/local-context.ts';
import type { OpenDatabase } from '#main/open-database.ts';
import type { Context } from '#services/context.ts';

export type AtWork = {
  readonly context: Context;
  readonly opened: OpenDatabase;
  readonly configuration: Configuration;
};

/** Does something with the installation of the data folder, whether or not it is being served at the moment. */
export async function withInstallation<T>(work: (at: AtWork) => Promise<T>): Promise<T> {
  const configuration = readConfiguration();
  const opened = await attachOrOpen(configuration, () => undefined);
  try {
    await refuseOtherVersion(opened);
    const mode = await readMode(opened.database);
    const installation = installationOf(configuration, mode, findSecret(configuration) ?? '');
    const ended = opened.failure.then((problem) => Promise.reject(problem));
    return await Promise.race([
      work({ context: localContext(opened.database, installation), opened, configuration }),
      ended,
    ]);
  } finally {
    await opened.close();
  }
}
