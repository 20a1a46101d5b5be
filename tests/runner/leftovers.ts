import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * The folder for everything that a run writes beside the project: its programs get it as TMPDIR,
 * so that what they leave behind, files and processes, is known by it.
 */
export class RunFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'articula-run-'));

  constructor() {
    // The databases run as other users, who have to pass through.
    chmodSync(this.path, 0o1777);
  }

  get env(): Record<string, string> {
    // Commands that are started again and again are compiled once.
    return { TMPDIR: this.path, NODE_COMPILE_CACHE: join(this.path, 'compiled') };
  }

  /**
   * Ends what still runs of this run, and says what it was. Nothing must be: what a test starts ends with it.
   * What is just ending by itself is given some milliseconds; only what never ends waits them out.
   */
  async endLeftovers(patience = 60_000): Promise<string[]> {
    const end = Date.now() + patience;
    while (this.#running().length > 0 && Date.now() < end) await pause(100);
    const left = this.#running();
    for (const { pid } of left) kill(pid);
    return left.map(({ pid, command }) => `${pid} ${command.slice(0, 200)}`);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  #running(): { pid: number; command: string }[] {
    const said = spawnSync('ps', ['-A', '-ww', '-o', 'pid=,stat=,args='], { encoding: 'utf8' }).stdout ?? '';
    return said.split('\n').flatMap((line) => {
      const [, number = '', state = '', command = ''] = /^\s*(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
      const pid = Number(number);
      if (pid === 0 || state.startsWith('Z')) return [];
      return command.includes(this.path) || environmentOf(pid).includes(this.path) ? [{ pid, command }] : [];
    });
  }
}

/** With what a process was started; empty where the system does not tell. */
function environmentOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1');
  } catch {
    return '';
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself just now.
  }
}
