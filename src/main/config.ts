import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Installation } from '#services/context.ts';
import { keepSecret, makeFolder } from './data-folder.ts';

const home = fileURLToPath(new URL('../..', import.meta.url));

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  ARTICULA_DATA: z.string().default('./.articula'),
  ARTICULA_ORIGIN: z.url().optional(),
  ARTICULA_SECRET: z.string().optional(),
  ARTICULA_MAIL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .optional(),
  ARTICULA_MAIL_FROM: z.string().optional(),
  ARTICULA_CALLED_FROM: z.string().optional(),
});

export type Configuration = {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string | null;
  readonly dataFolder: string;
  readonly origin: string;
  readonly secret: string | null;
  readonly mail: Installation['mail'];
  readonly version: string;
  readonly home: string;
  /** Where the command was given: relative file names are meant from there. */
  readonly calledFrom: string;
};

/** A setting that cannot be used; the message lists every fault. */
export class ConfigurationProblem extends Error {}

/**
 * Reads the environment, once; nothing else in the program does.
 * @throws ConfigurationProblem naming every setting at fault
 */
export function readConfiguration(given: NodeJS.ProcessEnv = process.env): Configuration {
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const read = environment.safeParse(filled);
  if (!read.success) {
    throw new ConfigurationProblem(
      read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
    );
  }
  const value = read.data;
  const calledFrom = value.ARTICULA_CALLED_FROM ?? process.cwd();
  const about = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  return {
    port: value.PORT,
    host: value.HOST,
    databaseUrl: value.DATABASE_URL ?? null,
    dataFolder: isAbsolute(value.ARTICULA_DATA)
      ? value.ARTICULA_DATA
      : resolve(calledFrom, value.ARTICULA_DATA),
    origin: value.ARTICULA_ORIGIN?.replace(/\/$/, '') ?? `http://127.0.0.1:${value.PORT}`,
    secret: value.ARTICULA_SECRET ?? null,
    mail: value.ARTICULA_MAIL
      ? { address: value.ARTICULA_MAIL, from: value.ARTICULA_MAIL_FROM ?? 'articula@localhost' }
      : null,
    version: about.version,
    home,
    calledFrom,
  };
}

export function secretFile(dataFolder: string): string {
  return join(dataFolder, 'secrets', 'seal');
}

/** The installation's secret: given by the environment, else kept in the data folder. `null` when there is none yet. */
export function findSecret(configuration: Configuration): string | null {
  if (configuration.secret !== null) return configuration.secret;
  const file = secretFile(configuration.dataFolder);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

/** Makes the installation's secret where there is none. */
export function makeSecret(configuration: Configuration): string {
  const found = findSecret(configuration);
  if (found !== null) return found;
  makeFolder(configuration.dataFolder);
  return keepSecret(secretFile(configuration.dataFolder), randomBytes(32).toString('base64url'));
}

/** Whether a secret is strong enough for an installation that is not a demonstration. */
export function isStrongSecret(secret: string): boolean {
  return secret.length >= 32 && new Set(secret).size >= 12;
}

/** The installation as the services know it. */
export function installationOf(
  configuration: Configuration,
  mode: Installation['mode'],
  secret: string,
): Installation {
  return {
    mode,
    version: configuration.version,
    dataFolder: configuration.dataFolder,
    origin: configuration.origin,
    sealKey: new Uint8Array(createHash('sha256').update(`articula seal ${secret}`).digest()),
    mail: configuration.mail,
  };
}
