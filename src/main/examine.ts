import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EngineProblem } from '#database/embedded/index.ts';
import type { Check } from '#domain/operations/examination.ts';
import { examineMachine } from '#services/operations/examine-machine.ts';
import { attachOrOpen } from './attach.ts';
import { findSecret, isStrongSecret, type Configuration } from './config.ts';
import type { OpenDatabase } from './open-database.ts';

/** Examines this installation as it is: makes nothing, and starts the embedded database only where there is one. */
export async function examineInstallation(configuration: Configuration): Promise<Check[]> {
  const { databaseUrl, dataFolder, mail } = configuration;
  const secret = findSecret(configuration);
  const strength = secret === null ? 'missing' : isStrongSecret(secret) ? 'strong' : 'weak';
  const about = {
    isEmbedded: databaseUrl === null,
    dataFolder,
    mail,
    secret: strength,
    now: new Date(),
  } as const;
  if (databaseUrl !== null) return examineMachine({ ...about, url: databaseUrl });
  if (!existsSync(join(dataFolder, 'postgres', 'data'))) return examineMachine({ ...about, url: null });
  let opened: OpenDatabase;
  try {
    opened = await attachOrOpen(configuration, () => undefined);
  } catch (problem) {
    if (!(problem instanceof EngineProblem)) throw problem;
    return examineMachine({
      ...about,
      url: null,
      engineProblem: { code: problem.code, values: problem.values },
    });
  }
  try {
    return await examineMachine({ ...about, url: opened.url, now: new Date() });
  } finally {
    await opened.close();
  }
}
