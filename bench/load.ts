import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';

export type Load = {
  readonly users: number;
  readonly requestsEach: number;
  /** How long a user looks before asking again; none asks again at once. */
  readonly pauseMs?: number;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Measured = {
  readonly milliseconds: readonly number[];
  readonly failures: number;
  readonly bytes: number;
  readonly perSecond: number;
};

/** Lets so many users ask at once, each so many times, over connections that stay open. The address may differ by request. */
export async function load(addressOf: (request: number) => string, wish: Load): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: wish.users });
  const milliseconds: number[] = [];
  let failures = 0;
  let bytes = 0;
  const one = async (user: number) => {
    // Users do not arrive in step.
    if (wish.pauseMs) await wait((wish.pauseMs * user) / wish.users);
    for (let turn = 0; turn < wish.requestsEach; turn += 1) {
      const began = performance.now();
      const answer = await ask(addressOf(user * wish.requestsEach + turn), agent, wish.headers);
      milliseconds.push(performance.now() - began);
      if (answer.status !== 200) failures += 1;
      bytes = Math.max(bytes, answer.bytes);
      if (wish.pauseMs) await wait(wish.pauseMs);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: wish.users }, (_, user) => one(user)));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return { milliseconds, failures, bytes, perSecond: milliseconds.length / seconds };
}

function ask(
  address: string,
  agent: Agent,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; bytes: number }> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { agent, headers, timeout: 30_000 }, (answer) => {
      let bytes = 0;
      answer.on('data', (part: Buffer) => (bytes += part.length));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, bytes }));
      answer.on('error', reject);
    });
    sent.on('timeout', () => sent.destroy(new Error(`no answer from ${address} within 30 s`)));
    sent.on('error', reject);
    sent.end();
  });
}
