import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { eventually, programAt } from './engine-processes.ts';

const bin = '/usr/lib/postgresql/15/bin';

/** Debian's PostgreSQL 15, where its package is installed. */
export const hasServer15 = existsSync(path.join(bin, 'postgres'));

const numberOf = (option: '-u' | '-g'): number =>
  Number(spawnSync('id', [option, 'postgres'], { encoding: 'utf8' }).stdout);

/** A server of its own on a free port, whose databases belong to a user who is not a superuser, as an administrator would have it. */
export async function startServer15(): Promise<{
  url(name: string): Promise<string>;
  stop(): Promise<void>;
}> {
  const folder = mkdtempSync(path.join(tmpdir(), 'articula-server15-'));
  const user = process.getuid?.() === 0 ? { uid: numberOf('-u'), gid: numberOf('-g') } : {};
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = path.join(folder, 'data');
  const made = spawnSync(
    path.join(bin, 'initdb'),
    ['-D', data, '-U', 'admin', '-A', 'trust', '-E', 'UTF8', '--locale=C'],
    {
      ...user,
      cwd: '/',
      encoding: 'utf8',
    },
  );
  if (made.status !== 0) throw new Error(made.stderr);
  const port = await freePort();
  const options = [
    '-D',
    data,
    '-p',
    String(port),
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    'unix_socket_directories=',
    '-c',
    'fsync=off',
  ];
  const command = [path.join(bin, 'postgres'), ...options];
  const [program = '', ...rest] =
    process.platform === 'linux' ? [programAt('setpriv'), '--pdeathsig', 'INT', '--', ...command] : command;
  const child = spawn(program, rest, { ...user, cwd: '/', stdio: 'ignore' });
  const admin = `postgres://admin@127.0.0.1:${port}/postgres`;
  await eventually(
    () =>
      run(admin, 'select 1').then(
        () => true,
        () => false,
      ),
    'a server of version 15',
  );
  await run(admin, 'create role keeper login createdb createrole');
  return {
    async url(name) {
      await run(admin, `create database ${name} owner keeper`);
      return `postgres://keeper@127.0.0.1:${port}/${name}`;
    },
    async stop() {
      child.kill('SIGINT');
      if (child.exitCode === null) await once(child, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function run(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
