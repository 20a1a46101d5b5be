import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync } from 'node:fs';
import type { Binaries } from './find-binaries.ts';
import { EngineProblem } from './engine-problem.ts';

/** As whom PostgreSQL runs. It refuses to run as root, and nothing may be created on the machine for its sake. */
export type Runner = {
  /** What stands before the program on the command line. */
  readonly prefix: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
  /** Who owns the files, as this process sees it. */
  readonly owner: { readonly uid: number; readonly gid: number };
};

// Messages are read by asFolderProblem, so they stay in English; nothing of our own environment is passed on.
const environment = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

const runs = (command: readonly string[], as: { uid?: number; gid?: number } = {}): boolean => {
  const [program = '', ...rest] = command;
  return spawnSync(program, rest, { stdio: 'ignore', cwd: '/', env: environment, ...as }).status === 0;
};

/** Ends the database with its parent, even if that one is killed outright. Linux only; elsewhere the next start cleans up. */
function dyingWithParent(): string[] {
  const prefix = ['setpriv', '--pdeathsig', 'INT', '--'];
  return process.platform === 'linux' && runs([...prefix, 'true']) ? prefix : [];
}

/** Finds a way to run PostgreSQL on this folder. */
export function chooseRunner(binaries: Binaries, folder: string): Runner {
  const death = dyingWithParent();
  const uid = process.getuid?.() ?? 0;
  const gid = process.getgid?.() ?? 0;
  if (uid !== 0) {
    const runner = { prefix: death, owner: { uid, gid } };
    if (!canRun(runner, binaries, folder)) throw cannotRun(binaries);
    return runner;
  }
  const runner = ordinaryUsers()
    .flatMap((user) => waysToBe(user, death))
    .find((way) => canRun(way, binaries, folder));
  if (!runner) throw new EngineProblem('engine.no-user', { folder });
  return runner;
}

function cannotRun(binaries: Binaries): EngineProblem {
  const said = spawnSync(binaries.postgres, ['--version'], { encoding: 'utf8', env: environment });
  return new EngineProblem('engine.cannot-run', {
    platform: `${process.platform}-${process.arch}`,
    said: (said.stderr ?? '').trim() || (said.error?.message ?? ''),
  });
}

type User = { readonly uid: number; readonly gid: number };

function ordinaryUsers(): User[] {
  return ['postgres', 'nobody'].flatMap((name) => {
    const uid = Number(spawnSync('id', ['-u', name], { encoding: 'utf8' }).stdout);
    const gid = Number(spawnSync('id', ['-g', name], { encoding: 'utf8' }).stdout);
    return uid > 0 && gid > 0 ? [{ uid, gid }] : [];
  });
}

/** From root to an ordinary user, the plainest way first. The others are for programs or folders below a closed home. */
function waysToBe({ uid, gid }: User, death: readonly string[]): Runner[] {
  const namespace = ['unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`, '--', ...death];
  // no_setuid_fixup: otherwise access(2) ignores the capability, and PostgreSQL doesn't find itself.
  const capability = [
    `setpriv --reuid=${uid} --regid=${gid} --clear-groups --securebits=+no_setuid_fixup`,
    '--bounding-set=-all,+dac_override --inh-caps=-all,+dac_override --ambient-caps=-all,+dac_override',
    '--pdeathsig INT --',
  ].flatMap((words) => words.split(' '));
  return [
    { prefix: death, uid, gid, owner: { uid, gid } },
    { prefix: namespace, owner: { uid: 0, gid: 0 } },
    { prefix: capability, owner: { uid, gid } },
  ];
}

function canRun(runner: Runner, binaries: Binaries, folder: string): boolean {
  // The folder itself is ours: whoever runs the database has to pass through it, nobody has to list it.
  if (runner.uid !== undefined) chmodSync(folder, 0o711);
  const { prefix, uid, gid } = runner;
  const as = uid === undefined || gid === undefined ? {} : { uid, gid };
  return runs([...prefix, binaries.postgres, '--version'], as) && runs([...prefix, 'stat', folder], as);
}

export type Output = { readonly child: ChildProcess; text(): string };

/** Starts a program of PostgreSQL and keeps the end of what it says. */
export function run(runner: Runner, program: string, options: readonly string[]): Output {
  const [command = program, ...rest] = [...runner.prefix, program, ...options];
  const { uid, gid } = runner;
  const child = spawn(command, rest, {
    cwd: '/',
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
    // Its own process group: Ctrl-C reaches us alone, and we stop it in order.
    detached: true,
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
  });
  let text = '';
  child.stderr?.on('data', (data: Buffer) => {
    text = (text + data.toString()).slice(-8000);
  });
  return { child, text: () => text };
}
