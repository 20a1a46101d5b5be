import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

const launcher = fileURLToPath(new URL('../../bin/articula.js', import.meta.url));

export type Outcome = {
  readonly code: number | null;
  readonly out: string;
  readonly errors: string;
};

/** The commands as people and scripts run them: processes of their own, in a folder of their own. */
export class CommandLine {
  readonly scratch: string;
  readonly #running = new Set<ChildProcess>();

  constructor(name: string) {
    this.scratch = mkdtempSync(join(tmpdir(), `articula-${name}-`));
  }

  folder(name: string): string {
    return join(this.scratch, name);
  }

  /** Runs a command; nothing of this machine's settings reaches it but what `env` says. */
  run(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Outcome> {
    const child = spawn(process.execPath, [launcher, ...args], {
      cwd: this.scratch,
      env: { ...process.env, ARTICULA_CALLED_FROM: '', PORT: '', HOST: '', ARTICULA_SECRET: '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#running.add(child);
    const out: Buffer[] = [];
    let errors = '';
    child.stdout.on('data', (part: Buffer) => out.push(part));
    child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => {
        this.#running.delete(child);
        resolve({ code, out: Buffer.concat(out).toString(), errors });
      });
    });
  }

  /** Ends what a test that failed has left running, and removes the folder. */
  async end(): Promise<void> {
    for (const child of this.#running) {
      const closed = once(child, 'close');
      child.kill();
      await closed;
    }
    await rm(this.scratch, { recursive: true, force: true });
  }
}

export const noTrace = (outcome: Outcome) => expect(outcome.errors).not.toMatch(/^\s+at /m);
