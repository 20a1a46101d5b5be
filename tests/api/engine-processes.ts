import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';

export type Who = 'root' | 'an ordinary user';

export const isRoot = process.getuid?.() === 0;
const fixture = fileURLToPath(new URL('../fixtures/engine-process.ts', import.meta.url));
const ownEngine = fileURLToPath(new URL('../../src/database/embedded/index.ts', import.meta.url));

/** Where a program is, for tests that give another PATH. */
export const programAt = (name: string): string =>
  spawnSync('which', [name], { encoding: 'utf8' }).stdout.trim() || name;

const asNobody = [programAt('setpriv'), '--reuid=nobody', '--regid=65534', '--clear-groups', '--'];
const works = ([command = '', ...rest]: string[]) =>
  spawnSync(command, rest, { stdio: 'ignore' }).status === 0;

/** Root can also be an ordinary user, if that one can reach the code at all. */
const nobodyReaches =
  isRoot && works([...asNobody, process.execPath, '-e', `require('fs').readFileSync('${fixture}')`]);
export const canBe: Record<Who, boolean> = { root: isRoot, 'an ordinary user': !isRoot || nobodyReaches };

/** Waits for something to become so, with a ceiling that is only there to end a test that fails. */
export async function eventually<T>(ask: () => T | Promise<T>, what: string): Promise<NonNullable<T>> {
  const end = Date.now() + 60_000;
  for (;;) {
    const answer = await Promise.resolve(ask());
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`never came: ${what}`);
    await pause(10);
  }
}

type Line = {
  step?: string;
  url?: string;
  port?: number;
  server?: number;
  code?: string;
  values?: Record<string, string | number>;
};

export class EngineProcess {
  readonly lines: Line[] = [];
  readonly child: ChildProcess;
  errors = '';

  constructor(child: ChildProcess) {
    this.child = child;
    if (child.stdout)
      createInterface(child.stdout).on('line', (line) => this.lines.push(JSON.parse(line) as Line));
    child.stderr?.on('data', (data: Buffer) => (this.errors += data.toString()));
  }

  isOver(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  async ready(): Promise<{ url: string; port: number; server: number }> {
    const line = await eventually(() => {
      const found = this.lines.find((each) => each.url !== undefined || each.code !== undefined);
      if (!found && this.isOver()) throw new Error(`ended: ${this.errors}`);
      return found;
    }, 'a running database');
    if (line.url === undefined) throw new Error(`${line.code} ${JSON.stringify(line.values)}`);
    return { url: line.url, port: line.port ?? 0, server: line.server ?? 0 };
  }

  async problem(): Promise<Line> {
    await this.ended();
    const found = this.lines.find((line) => line.code !== undefined);
    if (!found) throw new Error(`ended without a problem: ${this.errors}`);
    return found;
  }

  async ended(): Promise<void> {
    if (!this.isOver()) await once(this.child, 'exit');
    await eventually(() => this.child.stdout?.readableEnded ?? true, 'its last line');
  }

  steps(): string[] {
    return this.lines.flatMap((line) => (line.step === undefined ? [] : [line.step]));
  }

  async stop(): Promise<void> {
    if (this.isOver()) return;
    this.child.stdin?.write('stop\n');
    await this.ended();
  }

  /** As `kill -9` would. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended();
  }
}

export type StartOptions = { port?: number; path?: string; engine?: string };

/** A place to try the engine in: its folders and processes are cleared away at the end. */
export class Ground {
  readonly who: Who;
  readonly place: string;
  readonly started: EngineProcess[] = [];

  constructor(who: Who) {
    this.who = who;
    this.place = mkdtempSync(path.join(tmpdir(), 'articula-engine-'));
    chmodSync(this.place, 0o777);
  }

  /** A database that was made before and stopped in order, copied here: making one takes most of a test's time. */
  async prepare(): Promise<void> {
    const model = models.get(this.who) ?? (await makeModel(this.who));
    models.set(this.who, model);
    spawnSync('cp', ['-a', model.folder, this.place]);
  }

  get folder(): string {
    return path.join(this.place, 'postgres');
  }

  start(folder = this.folder, options: StartOptions = {}): EngineProcess {
    const command = [
      process.execPath,
      fixture,
      options.engine ?? ownEngine,
      folder,
      String(options.port ?? ''),
    ];
    const [program = '', ...rest] =
      this.who === 'an ordinary user' && isRoot ? [...asNobody, ...command] : command;
    const child = spawn(program, rest, {
      env: { ...process.env, PATH: options.path ?? process.env['PATH'] },
    });
    const engine = new EngineProcess(child);
    this.started.push(engine);
    return engine;
  }

  async clear(): Promise<void> {
    for (const engine of this.started) await engine.stop();
    rmSync(this.place, { recursive: true, force: true });
  }
}

const models = new Map<Who, Ground>();

async function makeModel(who: Who): Promise<Ground> {
  const model = new Ground(who);
  const engine = model.start();
  await engine.ready();
  await engine.stop();
  return model;
}

export async function clearModels(): Promise<void> {
  for (const model of models.values()) await model.clear();
}

/** Runs one statement on a fresh connection. */
export async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

export const isAlive = (pid: number): boolean =>
  spawnSync('ps', ['-o', 'state=', '-p', String(pid)], { encoding: 'utf8' })
    .stdout.trim()
    .replace(/^Z.*/, '') !== '';

/** Only root may mount a small or a read-only disk, and not in every container. */
export function canMount(): boolean {
  if (!isRoot) return false;
  const place = mkdtempSync(path.join(tmpdir(), 'articula-mount-'));
  const may = mount(place, 'size=1m');
  if (may) unmount(place);
  rmSync(place, { recursive: true });
  return may;
}

export const mount = (place: string, options: string): boolean =>
  works(['mount', '-t', 'tmpfs', '-o', `mode=777,${options}`, 'tmpfs', place]);
export const remountReadOnly = (place: string): boolean => works(['mount', '-o', 'remount,ro', place]);
export const unmount = (place: string): boolean => works(['umount', '-l', place]);
