import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort, home } from './product.ts';

export type Bare = { readonly address: string; readonly pid: number; stop(): Promise<void> };

/** Starts a server that only answers: `/json` with so many bytes, `/empty` with an empty page. */
export async function startBare(bytes = 20): Promise<Bare> {
  const port = await freePort();
  const args = [
    '--disable-warning=ExperimentalWarning',
    join(home, 'bench/bare-server.ts'),
    String(port),
    String(bytes),
  ];
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  const address = `http://127.0.0.1:${port}`;
  for (let attempt = 0; ; attempt += 1) {
    const answer = await fetch(`${address}/empty`).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.ok) break;
    if (attempt === 400 || child.exitCode !== null) throw new Error('the bare server did not start');
    await wait(25);
  }
  return {
    address,
    pid: child.pid ?? 0,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}
