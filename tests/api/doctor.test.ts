import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeBackup } from '#database/backup/index.ts';
import type { Check } from '#domain/operations/examination.ts';
import { examineMachine, type Examination } from '#services/operations/examine-machine.ts';
import { say } from '#words/index.ts';
import { freshDatabase } from '../database.ts';
import { eventually } from './engine-processes.ts';

let fresh: Awaited<ReturnType<typeof freshDatabase>>;
let dataFolder: string;
let examination: Examination;

beforeAll(async () => {
  fresh = await freshDatabase();
  dataFolder = mkdtempSync(path.join(tmpdir(), 'articula-doctor-'));
  mkdirSync(path.join(dataFolder, 'secrets'));
  writeFileSync(path.join(dataFolder, 'secrets/seal'), 'x', { mode: 0o600 });
  examination = {
    url: fresh.url,
    isEmbedded: true,
    dataFolder,
    mail: null,
    secret: 'strong',
    now: new Date(),
  };
});
afterAll(async () => {
  await fresh.drop();
  rmSync(dataFolder, { recursive: true, force: true });
});

const examine = (changes: Partial<Examination> = {}) =>
  examineMachine({ ...examination, now: new Date(), ...changes });
const find = (checks: readonly Check[], start: string) =>
  checks.filter((check) => check.code.startsWith(start));

describe('the examination of an installation', () => {
  it('finds all well on a good one, in words of both languages', async () => {
    const checks = await examine();
    expect(checks.filter((check) => check.state !== 'well' && !check.code.startsWith('disk.'))).toEqual([]);
    expect(checks.map((check) => check.code)).toContain('backup.soon');
    for (const language of ['es', 'en'] as const)
      for (const check of checks)
        expect(say.dynamic(language, `doctor.${check.code}`, check.values)).not.toContain('doctor.');
  });

  it('says where the database is that does not answer, without its password', async () => {
    const checks = await examine({ url: 'postgres://somebody:hidden@127.0.0.1:1/there', isEmbedded: false });
    const [check] = find(checks, 'database.');
    expect(check).toMatchObject({
      code: 'database.unreachable',
      state: 'failing',
      values: { place: '127.0.0.1:1/there' },
    });
    expect(JSON.stringify(checks)).not.toContain('hidden');
  });

  it('passes on why the bundled database could not be started', async () => {
    const engineProblem = { code: 'engine.read-only', values: { folder: '/data' } };
    const checks = await examine({ url: null, engineProblem });
    expect(find(checks, 'database.')).toEqual([
      { code: 'database.not-started', state: 'failing', values: {}, problem: engineProblem },
    ]);
  });

  it('finds mail that works, mail that refuses and mail that never answers', async () => {
    const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'] });
    server.listen(0, '127.0.0.1');
    await eventually(() => server.server.listening, 'a mail server');
    const { port } = server.server.address() as { port: number };
    expect(find(await examine({ mail: { address: `smtp://127.0.0.1:${port}` } }), 'mail.')).toEqual([
      { code: 'mail.well', state: 'well', values: { server: `127.0.0.1:${port}` } },
    ]);
    await new Promise<void>((resolve) => server.close(resolve));
    const [refused] = find(await examine({ mail: { address: `smtp://127.0.0.1:${port}` } }), 'mail.');
    expect(refused).toMatchObject({ code: 'mail.unreachable', state: 'failing' });
    const dumb = createServer((socket) => socket.end('220 go away\r\n')).listen(0, '127.0.0.1');
    await eventually(() => dumb.listening, 'a server');
    const [broken] = find(
      await examine({ mail: { address: `smtp://127.0.0.1:${(dumb.address() as { port: number }).port}` } }),
      'mail.',
    );
    expect(broken?.code).toBe('mail.unreachable');
    dumb.close();
  });

  it('minds who else can write the data and read the secret', async () => {
    chmodSync(dataFolder, 0o777);
    chmodSync(path.join(dataFolder, 'secrets/seal'), 0o644);
    const checks = await examine();
    expect(find(checks, 'folder.')[0]).toMatchObject({ code: 'folder.open', state: 'warning' });
    expect(find(checks, 'secret.')[0]).toMatchObject({ code: 'secret.open', state: 'failing' });
    chmodSync(dataFolder, 0o700);
    chmodSync(path.join(dataFolder, 'secrets/seal'), 0o600);
    expect(find(await examine({ dataFolder: path.join(dataFolder, 'nowhere') }), 'folder.')[0]?.code).toBe(
      'folder.missing',
    );
  });

  it('knows the last backup, and misses it when it is gone or old', async () => {
    const file = path.join(dataFolder, 'backups/one.backup');
    await writeBackup({ url: fresh.url, dataFolder, file, reason: 'asked' });
    expect(find(await examine(), 'backup.')[0]).toMatchObject({
      code: 'backup.well',
      values: { hours: 0, file },
    });
    const later = new Date(Date.now() + 50 * 3_600_000);
    const checks = await examine({ now: later });
    expect(find(checks, 'backup.')[0]?.code).toBe('backup.old');
    expect(find(checks, 'restore-test.')[0]?.code).toBe('restore-test.never');
    rmSync(file);
    expect(find(await examine(), 'backup.')[0]?.code).toBe('backup.gone');
  });

  it('does not believe a clock of long ago', async () => {
    const [check] = find(await examine({ now: new Date('2001-01-01T00:00:00Z') }), 'clock.');
    expect(check).toMatchObject({ code: 'clock.behind', state: 'failing' });
  });
});
