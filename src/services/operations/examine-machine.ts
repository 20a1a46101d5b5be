import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { EngineProblem, engineVersion } from '#database/embedded/index.ts';
import { examineDatabase, type DatabaseFindings } from '#database/operations/examination-view.ts';
import {
  judgeBackup,
  judgeClock,
  judgeDisk,
  judgeFolder,
  judgeMigrations,
  judgeNode,
  judgeRestoreTest,
  judgeSecret,
  judgeServer,
  type Check,
} from '#domain/operations/examination.ts';

export type Examination = {
  /** Address of the database; null when it could not be started or found. */
  readonly url: string | null;
  /** Why there is no address: a problem's code and values, as the engine gave them. */
  readonly engineProblem?: Check['problem'] | null;
  /** Whether the bundled PostgreSQL is what this installation uses. */
  readonly isEmbedded: boolean;
  readonly dataFolder: string;
  readonly mail: { readonly address: string } | null;
  readonly secret: 'strong' | 'weak' | 'missing';
  readonly now: Date;
};

// No clock that this version can run under is earlier.
const builtAt = new Date('2026-01-01T00:00:00Z');
const mailPatience = 10_000;

/** Examines what an installation stands on. Changes nothing and never throws: what is wrong is in the answer. */
export async function examineMachine(examination: Examination): Promise<Check[]> {
  const { url, dataFolder, mail, now } = examination;
  const findings =
    url === null ? null : await examineDatabase(url).catch((problem: unknown) => reasonOf(problem));
  const known = typeof findings === 'string' ? null : findings;
  return [
    judgeNode(process.versions.node),
    examinePlatform(examination),
    ...examineFindings(examination, findings),
    await examineDisk(dataFolder),
    judgeClock(
      now,
      known === null ? null : driftFree(known, now),
      known?.records?.lastDeedAt ?? null,
      builtAt,
    ),
    await examineMail(mail),
    await examineFolder(dataFolder),
    await examineSecret(examination),
    ...(await examineBackups(known, now)),
  ];
}

/** The database was asked some time after `now` was read; what passed since then is not a difference between clocks. */
function driftFree(findings: DatabaseFindings, now: Date): Date {
  return new Date(findings.now.getTime() - (findings.askedAt.getTime() - now.getTime()));
}

const reasonOf = (problem: unknown): string => {
  const { message, code } = problem as { message?: string; code?: string };
  return message || code || String(problem);
};

function examinePlatform({ isEmbedded }: Examination): Check {
  const platform = `${process.platform}-${process.arch}`;
  if (!isEmbedded) return { code: 'engine.server', state: 'well', values: {} };
  try {
    return { code: 'engine.well', state: 'well', values: { platform, version: engineVersion() } };
  } catch (problem) {
    const reason =
      problem instanceof EngineProblem ? String(problem.values['said'] ?? problem.code) : reasonOf(problem);
    return { code: 'engine.unavailable', state: 'failing', values: { platform, reason } };
  }
}

function examineFindings(
  { url, engineProblem }: Examination,
  findings: DatabaseFindings | string | null,
): Check[] {
  if (engineProblem)
    return [{ code: 'database.not-started', state: 'failing', values: {}, problem: engineProblem }];
  if (url === null || findings === null) return [{ code: 'database.none', state: 'failing', values: {} }];
  if (typeof findings === 'string')
    return [
      { code: 'database.unreachable', state: 'failing', values: { place: placeOf(url), reason: findings } },
    ];
  return [judgeServer(findings.serverVersion), judgeMigrations(findings.migrations)];
}

/** Where the database is, without its password. */
function placeOf(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  return parsed === null ? 'DATABASE_URL' : `${parsed.host}${parsed.pathname}`;
}

async function examineDisk(dataFolder: string): Promise<Check> {
  const disk = await statfs(dataFolder).catch(() => statfs(path.dirname(dataFolder)).catch(() => null));
  if (disk === null) return { code: 'disk.unknown', state: 'warning', values: { folder: dataFolder } };
  return judgeDisk(disk.bavail * disk.bsize, dataFolder);
}

async function examineMail(mail: Examination['mail']): Promise<Check> {
  if (mail === null) return { code: 'mail.none', state: 'well', values: {} };
  const server = URL.canParse(mail.address) ? new URL(mail.address).host : '';
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    url: mail.address,
    connectionTimeout: mailPatience,
    greetingTimeout: mailPatience,
    socketTimeout: mailPatience,
  });
  try {
    await transport.verify();
    return { code: 'mail.well', state: 'well', values: { server } };
  } catch (problem) {
    return { code: 'mail.unreachable', state: 'failing', values: { server, reason: reasonOf(problem) } };
  } finally {
    transport.close();
  }
}

async function examineFolder(dataFolder: string): Promise<Check> {
  const found = await stat(dataFolder).catch(() => null);
  const isWritable = await access(dataFolder, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
  return judgeFolder(dataFolder, {
    exists: found?.isDirectory() ?? false,
    isWritable,
    mode: found?.mode ?? 0,
  });
}

async function examineSecret({ dataFolder, secret }: Examination): Promise<Check> {
  const file = path.join(dataFolder, 'secrets', 'seal');
  const found = await stat(file).catch(() => null);
  return judgeSecret(secret, file, found?.mode ?? null);
}

async function examineBackups(findings: DatabaseFindings | null, now: Date): Promise<Check[]> {
  const records = findings?.records;
  if (!records) return [];
  const { installedAt, lastBackup, lastTestedAt } = records;
  const isThere = lastBackup !== null && (await stat(lastBackup.file).catch(() => null)) !== null;
  return [
    judgeBackup(now, installedAt, lastBackup === null ? null : { ...lastBackup, isThere }),
    judgeRestoreTest(now, installedAt, lastTestedAt, lastBackup?.testResult ?? null),
  ];
}
