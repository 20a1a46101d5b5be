import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  compareContent,
  keepBackups,
  restoreBackup,
  testRestore,
  verifyBackup,
  writeBackup,
} from '#database/backup/index.ts';
import { startEmbedded, type Embedded } from '#database/embedded/index.ts';
import { listMigrations, migrate } from '#database/migrate.ts';
import { fillInstallation } from '../fixtures/filled-installation.ts';
import { ask } from './engine-processes.ts';
import { hasServer15, startServer15 } from './server-15.ts';

let engine: Embedded;
let ground: string;
let server15: Awaited<ReturnType<typeof startServer15>> | null = null;
let count = 0;

beforeAll(async () => {
  ground = mkdtempSync(path.join(tmpdir(), 'articula-backup-'));
  engine = await startEmbedded({ folder: path.join(ground, 'postgres'), settings: { fsync: 'off' } });
  if (hasServer15) server15 = await startServer15();
});
afterAll(async () => {
  await engine.stop();
  await server15?.stop();
  rmSync(ground, { recursive: true, force: true });
});

type Kind = 'the embedded database' | 'a server of version 15';

async function emptyDatabase(kind: Kind): Promise<string> {
  count += 1;
  const name = `case_${count}`;
  if (kind === 'a server of version 15' && server15) return server15.url(name);
  await ask(engine.url, `create database ${name}`);
  return engine.url.replace(/\/articula$/, `/${name}`);
}

function folder(name: string): string {
  count += 1;
  const place = path.join(ground, `${name}-${count}`);
  mkdirSync(place);
  return place;
}

async function filled(kind: Kind): Promise<{ url: string; dataFolder: string }> {
  const url = await emptyDatabase(kind);
  await migrate(url);
  const dataFolder = folder('data');
  await fillInstallation(url, dataFolder);
  return { url, dataFolder };
}

/** Everything below a folder with its content, but for what restoring sets aside. */
function filesOf(dataFolder: string): Record<string, string> {
  const files = readdirSync(dataFolder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const places = files.map((entry) => path.join(entry.parentPath, entry.name));
  return Object.fromEntries(
    places.map((place) => [path.relative(dataFolder, place), readFileSync(place, 'base64')]),
  );
}

const both: Kind[] = ['the embedded database', 'a server of version 15'];
for (const from of both) {
  for (const to of both) {
    describe.runIf(hasServer15 || from === to)(`a backup of ${from}, restored into ${to}`, () => {
      it.runIf(hasServer15 || from === 'the embedded database')(
        'holds the same: rows, sequences, files and secrets',
        async () => {
          const source = await filled(from);
          const file = path.join(folder('backups'), 'all.backup');
          const written = await writeBackup({ ...source, file, reason: 'asked' });
          expect(written).toMatchObject({ files: 3, missingFiles: [] });
          expect(statSync(file).mode & 0o777).toBe(0o600);

          const target = { url: await emptyDatabase(to), dataFolder: folder('data') };
          const restored = await restoreBackup({ ...target, file });
          expect(restored).toMatchObject({ rows: written.rows, files: 3, migrated: [], former: null });
          expect(await compareContent(source.url, target.url)).toEqual([]);
          expect(filesOf(target.dataFolder)).toEqual(filesOf(source.dataFolder));
          expect(statSync(path.join(target.dataFolder, 'secrets/seal')).mode & 0o777).toBe(0o600);
          await ask(
            target.url,
            `insert into audit_anchor (at, heads, previous_hash, hash) values (now(), '{}', '', 'next')`,
          );
          expect(await ask(target.url, `select id from audit_anchor where hash = 'next'`)).toEqual([
            { id: '6' },
          ]);
        },
      );

      it.runIf(hasServer15 || from === 'the embedded database')(
        'still holds references and row security',
        async () => {
          const source = await filled(from);
          const file = path.join(folder('backups'), 'all.backup');
          await writeBackup({ ...source, file, reason: 'asked' });
          const target = await emptyDatabase(to);
          await restoreBackup({ url: target, dataFolder: folder('data'), file });
          const shape = `select conname, conrelid::regclass::text as of, pg_get_constraintdef(oid) as definition from pg_constraint
          where connamespace = 'public'::regnamespace and contype = 'f' order by 2, 1`;
          expect(await ask(target, shape)).toEqual(await ask(source.url, shape));
          const secured = `select relname, relrowsecurity, relforcerowsecurity from pg_class
          where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`;
          expect(await ask(target, secured)).toEqual(await ask(source.url, secured));
        },
      );
    });
  }
}
if (!hasServer15)
  it.skip('not run: moving to and from a server of version 15, since /usr/lib/postgresql/15 is not here');

describe('a backup', () => {
  let source: { url: string; dataFolder: string };
  let file: string;
  beforeAll(async () => {
    source = await filled('the embedded database');
    file = path.join(folder('backups'), 'all.backup');
    await writeBackup({ ...source, file, reason: 'asked' });
  });

  it('is of one moment, though rows are written meanwhile', async () => {
    const other = path.join(folder('backups'), 'moving.backup');
    let written = false;
    const made = await writeBackup({
      ...source,
      file: other,
      reason: 'asked',
      onProgress: () => {
        if (written) return;
        written = true;
        void ask(
          source.url,
          `insert into source (id, title) select 'late' || n, 'late' from generate_series(1, 100) n`,
        );
      },
    });
    expect(made.missingFiles).toEqual([]);
    const target = await emptyDatabase('the embedded database');
    await restoreBackup({ url: target, dataFolder: folder('data'), file: other });
    const late = await ask(target, `select count(*)::int as n from source where title = 'late'`);
    expect([[{ n: 0 }], [{ n: 100 }]]).toContainEqual(late);
    await ask(source.url, `delete from source where title = 'late'`);
  });

  it('goes into a place that was made ready and never used, without being told to replace anything', async () => {
    const url = await emptyDatabase('the embedded database');
    await migrate(url);
    const restored = await restoreBackup({ url, dataFolder: folder('data'), file });
    expect(restored.former).toBe(null);
    expect(await compareContent(source.url, url)).toEqual([]);
  });

  it('names the stored files that were not there to be saved', async () => {
    const sha256 = 'f'.repeat(64);
    await ask(
      source.url,
      `insert into stored_file (id, sha256, name, media_type, bytes)
      values (gen_random_uuid(), '${sha256}', 'lost.pdf', 'application/pdf', 1)`,
    );
    const made = await writeBackup({
      ...source,
      file: path.join(folder('backups'), 'lost.backup'),
      reason: 'asked',
    });
    expect(made.missingFiles).toEqual([sha256]);
    await ask(source.url, `delete from stored_file where sha256 = '${sha256}'`);
  });

  it('is recorded, and tested by restoring it beside', async () => {
    const made = await writeBackup({
      ...source,
      file: path.join(folder('backups'), 'tested.backup'),
      reason: 'daily',
    });
    const before = await ask(source.url, 'select datname from pg_database order by 1');
    const tested = await testRestore({ file: made.file, url: source.url });
    expect(tested).toMatchObject({ rows: made.rows, files: 3 });
    expect(await ask(source.url, 'select datname from pg_database order by 1')).toEqual(before);
    const records = await ask(
      source.url,
      `select reason, tested_at is not null as tested, test_result from backup_record
      where sha256 = '${made.sha256}'`,
    );
    expect(records).toEqual([
      {
        reason: 'daily',
        tested: true,
        test_result: expect.stringMatching(/^tables \d+, rows \d+, files 3$/),
      },
    ]);
  });

  it('does not count as tested when it could not be restored', async () => {
    const made = await writeBackup({
      ...source,
      file: path.join(folder('backups'), 'bad.backup'),
      reason: 'daily',
    });
    truncateSync(made.file, made.bytes - 100);
    await expect(testRestore({ file: made.file, url: source.url })).rejects.toMatchObject({
      code: 'operations.backup-damaged',
    });
    const records = await ask(source.url, `select tested_at from backup_record where file = '${made.file}'`);
    expect(records).toEqual([{ tested_at: null }]);
  });

  it('leaves nothing behind when its folder cannot be written', async () => {
    const blocked = path.join(folder('backups'), 'a-file');
    writeFileSync(blocked, '');
    await expect(
      writeBackup({ ...source, file: path.join(blocked, 'all.backup'), reason: 'asked' }),
    ).rejects.toMatchObject({
      code: 'operations.backup-cannot-write',
    });
  });

  it('is kept by rule, while what a person asked for and other files stay', async () => {
    const backups = folder('backups');
    const days = Array.from({ length: 40 }, (_, day) =>
      new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
    );
    for (const day of days) writeFileSync(path.join(backups, `articula-${day}-030000-daily.backup`), '');
    for (const name of ['articula-2020-01-01-030000-asked.backup', 'notes.txt'])
      writeFileSync(path.join(backups, name), '');
    await keepBackups(backups);
    const left = readdirSync(backups);
    expect(left).toContain('notes.txt');
    expect(left).toContain('articula-2020-01-01-030000-asked.backup');
    expect(left.filter((name) => name.endsWith('-daily.backup'))).toHaveLength(7 + 2 + 1);
  });

  describe('restored into a place that is in use', () => {
    let target: { url: string; dataFolder: string };
    beforeEach(async () => {
      target = await filled('the embedded database');
      await ask(target.url, `insert into source (id, title) values ('mine', 'only here')`);
    });
    const isUntouched = async () => {
      expect(await ask(target.url, `select title from source where id = 'mine'`)).toEqual([
        { title: 'only here' },
      ]);
      expect(readFileSync(path.join(target.dataFolder, 'secrets/seal'), 'utf8')).toBe(
        `secret of ${target.dataFolder}\n`,
      );
      expect(readdirSync(target.dataFolder).filter((name) => name.startsWith('restoring'))).toEqual([]);
    };

    it('is refused', async () => {
      await expect(restoreBackup({ ...target, file })).rejects.toMatchObject({
        code: 'operations.restore-not-empty',
      });
      await isUntouched();
    });

    it('replaces it when told to, and saves first what was there', async () => {
      const { former } = await restoreBackup({ ...target, file, replace: true });
      expect(await compareContent(source.url, target.url)).toEqual([]);
      expect(readFileSync(path.join(target.dataFolder, 'secrets/seal'), 'utf8')).toBe(
        `secret of ${source.dataFolder}\n`,
      );
      const aside = readdirSync(path.join(target.dataFolder, 'secrets')).filter((name) =>
        name.includes('before-restore'),
      );
      expect(aside).toHaveLength(1);
      await restoreBackup({ ...target, file: former ?? '', replace: true });
      await isUntouched();
    });

    describe('but harmed on its way', () => {
      let harmed: string;
      beforeEach(() => {
        harmed = path.join(folder('backups'), 'harmed.backup');
        cpSync(file, harmed);
      });
      afterEach(isUntouched);
      const restoring = () => restoreBackup({ ...target, file: harmed, replace: true });
      const rewrite = (change: (tar: Buffer) => Buffer) =>
        writeFileSync(harmed, gzipSync(change(gunzipSync(readFileSync(harmed)))));

      it.each([0.1, 0.5, 0.99])('is refused when only %f of it arrived', async (share) => {
        truncateSync(harmed, Math.floor(statSync(file).size * share));
        await expect(restoring()).rejects.toMatchObject({ code: 'operations.backup-damaged' });
      });

      it('is refused when whole entries are missing from its end', async () => {
        rewrite((tar) => tar.subarray(0, tar.indexOf('checksums.json')));
        await expect(restoring()).rejects.toMatchObject({ code: 'operations.backup-damaged' });
      });

      it('is refused when one byte on the disk turned', async () => {
        const bytes = readFileSync(harmed);
        const middle = Math.floor(bytes.length / 2);
        bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
        writeFileSync(harmed, bytes);
        await expect(restoring()).rejects.toMatchObject({ code: 'operations.backup-damaged' });
      });

      it('is refused when a value in it was altered, and names where', async () => {
        rewrite((tar) => {
          tar.write('Kuna Yaka', tar.indexOf('Kuna Yala'));
          return tar;
        });
        const values = { file: harmed, entry: expect.stringMatching(/^tables\//) };
        await expect(restoring()).rejects.toMatchObject({
          code: 'operations.backup-damaged',
          details: { values },
        });
      });

      it('is refused when it is something else', async () => {
        writeFileSync(harmed, 'fecha,valor\n2026,1\n');
        await expect(restoring()).rejects.toMatchObject({ code: 'operations.backup-unknown-format' });
        writeFileSync(harmed, gzipSync('fecha,valor\n2026,1\n'));
        await expect(restoring()).rejects.toMatchObject({
          code: 'operations.backup-unknown-format',
        });
        rmSync(harmed);
        await expect(restoring()).rejects.toMatchObject({ code: 'operations.backup-not-found' });
      });
    });
  });

  it('is refused in words that say which setting to raise where a server has no room for so many tables, and changes nothing', async () => {
    const source = await filled('the embedded database');
    const file = path.join(folder('backups'), 'all.backup');
    await writeBackup({ ...source, file, reason: 'asked' });
    const settings = { fsync: 'off', max_locks_per_transaction: '30', max_connections: '20' };
    const small = await startEmbedded({ folder: path.join(ground, 'small'), settings });
    try {
      const target = { url: small.url, dataFolder: folder('data') };
      await migrate(target.url);
      await fillInstallation(target.url, target.dataFolder);
      const before = await ask(target.url, 'select id, name from organisation order by id');
      await expect(restoreBackup({ ...target, file, replace: true })).rejects.toMatchObject({
        code: 'operations.restore-locks',
        details: { values: { now: '30', wanted: '512' } },
      });
      expect(await ask(target.url, 'select id, name from organisation order by id')).toEqual(before);
    } finally {
      await small.stop();
    }
  });

  it('of an earlier version is brought to this one', async () => {
    const last = (await listMigrations()).at(-1);
    const url = await emptyDatabase('the embedded database');
    await migrate(url, { upTo: (last?.number ?? 0) - 1 });
    const dataFolder = folder('data');
    await fillInstallation(url, dataFolder);
    const earlier = path.join(folder('backups'), 'earlier.backup');
    await writeBackup({ url, dataFolder, file: earlier, reason: 'before-migration' });
    const target = await emptyDatabase('the embedded database');
    const { migrated } = await restoreBackup({ url: target, dataFolder: folder('data'), file: earlier });
    expect(migrated).toEqual([last?.name]);
    expect(await ask(target, 'select name from territory where id = 10000000')).toEqual([{ name: 'Isla' }]);
  });

  it('of a newer version is refused', async () => {
    const url = await emptyDatabase('the embedded database');
    await migrate(url);
    await ask(url, `insert into schema_migration (number, name, sha256) values (9999, '9999-later.sql', '')`);
    const newer = path.join(folder('backups'), 'newer.backup');
    await writeBackup({ url, dataFolder: folder('data'), file: newer, reason: 'asked' });
    const target = { url: await emptyDatabase('the embedded database'), dataFolder: folder('data') };
    await expect(restoreBackup({ ...target, file: newer })).rejects.toMatchObject({
      code: 'operations.backup-of-newer-version',
    });
    expect((await verifyBackup(newer)).head.migrations.at(-1)?.number).toBe(9999);
  });
});
