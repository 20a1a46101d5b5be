import { createServer, type AddressInfo } from 'node:net';
import { appendFileSync, chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { runSql, withDatabase } from '../engine.ts';
import { CommandLine, noTrace } from './command-line.ts';

// The commands as people and scripts run them: processes of their own, on folders of their own.

const packs = fileURLToPath(new URL('../fixtures/packs', import.meta.url));
const header =
  'code,name,kind,parent_code,iso_code,valid_from,valid_to,population,population_year,longitude,latitude';

const commands = new CommandLine('commands');
const folder = (name: string) => commands.folder(name);
const at = (name: string) => ({ ARTICULA_DATA: folder(name), DATABASE_URL: '' });
const articula = (args: readonly string[], env: Readonly<Record<string, string>>) => commands.run(args, env);

beforeAll(async () => {
  const made = await articula(['init', '--country', 'PA'], at('first'));
  expect(made).toMatchObject({ code: 0 });
  expect(made.out).toContain('/invitacion/');
});
afterAll(() => commands.end());

describe('articula', () => {
  it('lists its commands, and refuses one that there is not', async () => {
    const help = await articula(['--help'], at('none'));
    expect(help.code).toBe(0);
    for (const name of [
      'init',
      'serve',
      'migrate',
      'import',
      'export',
      'backup',
      'restore',
      'users',
      'doctor',
    ])
      expect(help.out).toContain(name);
    expect((await articula(['nonsense'], at('none'))).code).toBe(1);
    expect(existsSync(folder('none'))).toBe(false);
  });

  it('keeps what it makes from other users of the machine', () => {
    expect(statSync(folder('first')).mode & 0o077).toBe(0);
    expect(statSync(join(folder('first'), 'secrets', 'seal')).mode & 0o077).toBe(0);
  });

  it('says in words that nothing is installed, and makes no installation of it', async () => {
    for (const args of [
      ['users', 'list'],
      ['audit', 'verify'],
      ['export', 'territories', '--country', 'PA'],
    ]) {
      const outcome = await articula(args, at('empty'));
      expect(outcome.code).toBe(1);
      expect(outcome.errors).toContain('articula init');
      noTrace(outcome);
    }
  });
});

describe('articula init', () => {
  it('may be done again, with one more country', async () => {
    const again = await articula(['init', '--country', 'PA', 'XA', '--packs', packs], at('first'));
    expect(again).toMatchObject({ code: 0 });
    const users = await articula(['users', 'list'], at('first'));
    expect(users.out).toMatch(/^administracion\tinvited\t.*national-admin (PA|XA), national-admin (PA|XA)$/m);
  });

  it('refuses a country without a pack before it makes anything', async () => {
    const outcome = await articula(['init', '--country', 'ZZ'], at('nowhere'));
    expect(outcome.code).toBe(1);
    noTrace(outcome);
    expect(existsSync(folder('nowhere'))).toBe(false);
  });
});

describe('articula export and import', () => {
  it('writes territories under the header that others read', async () => {
    const { code, out } = await articula(
      ['export', 'territories', '--country', 'PA', '--format', 'csv'],
      at('first'),
    );
    const lines = out.split(/\r?\n/);
    expect(code).toBe(0);
    expect(lines[0]?.replace('\ufeff', '')).toBe(header);
    expect(lines.some((line) => line.startsWith('0810,San Miguelito,district,08,'))).toBe(true);
    expect(lines.filter((line) => line !== '').length).toBeGreaterThan(780);
  });

  it('says what an import would do, does it when told, and doubles nothing', async () => {
    const file = folder('renamed.csv');
    writeFileSync(file, `${header}\n0810,San Miguelito el Nuevo,district,08,,,,,,,\n`);
    const ask = (...more: string[]) =>
      articula(['import', 'territories', file, '--country', 'PA', ...more], at('first'));
    expect((await ask()).out).toContain('--apply');
    expect((await ask('--apply')).code).toBe(0);
    expect((await ask('--apply')).code).toBe(0);
    const { out } = await articula(['export', 'territories', '--country', 'PA'], at('first'));
    expect(out.match(/San Miguelito el Nuevo/g)).toHaveLength(1);
  });

  it.each([
    ['a file that is not there', ['import', 'territories', 'nada.csv', '--country', 'PA']],
    ['a country that is not there', ['export', 'territories', '--country', 'QQ']],
    ['a kind that there is not', ['export', 'things', '--country', 'PA']],
    ['a form that there is not', ['export', 'territories', '--country', 'PA', '--format', 'pdf']],
  ])('refuses in words %s', async (_what, args) => {
    const outcome = await articula(args, at('first'));
    expect(outcome.code).toBe(1);
    expect(outcome.errors.trim()).not.toBe('');
    noTrace(outcome);
  });

  it.each(['organisations', 'structures', 'people'])(
    'exports %s, and takes its own file back',
    async (kind) => {
      const file = folder(`${kind}.xlsx`);
      const out = await articula(
        ['export', kind, '--country', 'XA', '--format', 'xlsx', '--output', file],
        at('first'),
      );
      expect(out).toMatchObject({ code: 0 });
      expect(await articula(['import', kind, file, '--country', 'XA'], at('first'))).toMatchObject({
        code: 0,
      });
    },
  );
});

describe('articula backup and restore', () => {
  it('moves an installation to another folder, where it is the same', async () => {
    const file = folder('moved.backup');
    expect(await articula(['backup', file, '--test'], at('first'))).toMatchObject({ code: 0 });
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(await articula(['restore', file], at('second'))).toMatchObject({ code: 0 });
    const all = (name: string) => articula(['export', 'territories', '--country', 'PA'], at(name));
    expect((await all('second')).out).toBe((await all('first')).out);
    expect(readFileSync(join(folder('second'), 'secrets', 'seal'), 'utf8')).toBe(
      readFileSync(join(folder('first'), 'secrets', 'seal'), 'utf8'),
    );
    const again = await articula(['restore', file], at('second'));
    expect(again.code).toBe(1);
    expect(again.errors).toContain('--replace');
    expect(await articula(['restore', file, '--replace'], at('second'))).toMatchObject({ code: 0 });
  });

  it('refuses a backup that was cut short, and leaves what there is', async () => {
    const file = folder('whole.backup');
    await articula(['backup', file], at('first'));
    const bytes = readFileSync(file);
    writeFileSync(folder('cut.backup'), bytes.subarray(0, Math.floor(bytes.length / 2)));
    const outcome = await articula(['restore', folder('cut.backup'), '--replace'], at('first'));
    expect(outcome.code).toBe(1);
    noTrace(outcome);
    expect((await articula(['audit', 'verify'], at('first'))).code).toBe(0);
  });
});

describe('articula audit verify and doctor', () => {
  it('end well while all is well', async () => {
    expect(await articula(['audit', 'verify'], at('first'))).toMatchObject({ code: 0 });
    const doctor = await articula(['doctor', '--json'], at('first'));
    const states = doctor.out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { state: string }).state);
    expect(doctor.code).toBe(states.every((state) => state === 'well') ? 0 : 1);
    expect(states).not.toContain('failing');
  });

  it('tell of an anchor that the database no longer has', async () => {
    await articula(['backup', folder('anchored.backup')], at('first'));
    const witness = join(folder('first'), 'anchors.log');
    const before = readFileSync(witness, 'utf8');
    const last = before.trimEnd().split('\n').at(-1) ?? '';
    appendFileSync(witness, `\n${last.replace(/"hash":"[0-9a-f]{8}/, '"hash":"00000000')}`);
    const verified = await articula(['audit', 'verify'], at('first'));
    writeFileSync(witness, before);
    expect(verified.code).toBe(1);
    noTrace(verified);
  });

  it('are not content with a secret that others may read', async () => {
    chmodSync(join(folder('first'), 'secrets', 'seal'), 0o644);
    const doctor = await articula(['doctor'], at('first'));
    chmodSync(join(folder('first'), 'secrets', 'seal'), 0o600);
    expect(doctor.code).toBe(1);
  });
});

describe('articula serve and demo', () => {
  it('refuse a taken port before they make or start anything', async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
    const PORT = String((holder.address() as AddressInfo).port);
    for (const command of ['serve', 'demo']) {
      const outcome = await articula([command], { ...at('port'), PORT });
      expect(outcome.code).toBe(1);
      expect(outcome.errors).toContain(PORT);
      noTrace(outcome);
    }
    expect(existsSync(folder('port'))).toBe(false);
    holder.close();
  });

  it('refuse to serve what is not an installation, or has a weak secret, and say all of it', async () => {
    const outcome = await articula(['serve'], { ...at('unready'), PORT: '0', ARTICULA_SECRET: 'abc' });
    expect(outcome.code).toBe(1);
    expect(outcome.errors).toContain('articula migrate');
    expect(outcome.errors).toContain('32');
    noTrace(outcome);
  });

  it('refuse to show a real installation as a demonstration', async () => {
    const outcome = await articula(['demo'], { ...at('first'), PORT: '0' });
    expect(outcome.code).toBe(1);
    noTrace(outcome);
  });

  it('say in words that a folder cannot be made', async () => {
    writeFileSync(folder('file'), '');
    const outcome = await articula(['init', '--country', 'PA'], {
      ARTICULA_DATA: join(folder('file'), 'data'),
      DATABASE_URL: '',
    });
    expect(outcome.code).toBe(1);
    noTrace(outcome);
  });
});

describe('a server of one’s own', () => {
  it('is told in words when it does not let in, is not there, or is not prepared', async () => {
    const { url, template } = inject('server');
    const name = `${template}_commands`;
    await runSql(url, `create database ${name}`);
    const elsewhere = new URL(url);
    elsewhere.port = '1';
    const missing = withDatabase(url, `${name}_not`);
    for (const address of [elsewhere.toString(), missing, withDatabase(url, name)]) {
      const outcome = await articula(['users', 'list'], {
        ARTICULA_DATA: folder('server'),
        DATABASE_URL: address,
      });
      expect(outcome.code).toBe(1);
      expect(outcome.errors.trim()).not.toBe('');
      noTrace(outcome);
    }
    await runSql(url, `drop database if exists ${name} with (force)`);
  });
});
