import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Refusal, type RefusalDetails, type RefusalKind } from '#domain/shared/refusal.ts';
import type { Installation } from '#services/context.ts';
import type { Progress } from './open-database.ts';

export type DemoOrder = {
  readonly url: string;
  readonly installation: Installation;
  /** The folder of all packs. */
  readonly packs: string;
  readonly countries: readonly string[];
};

/** What the loading process says: that it takes orders, how far it is, or why it refuses. */
export type DemoWord =
  | 'ready'
  | { readonly step: string }
  | {
      readonly refusal: {
        readonly code: string;
        readonly kind: RefusalKind;
        readonly details: RefusalDetails;
      };
    };

/**
 * Loads packs and example data. Done again, it changes nothing.
 * It happens in a process of its own, so that the server keeps none of the memory that it takes.
 */
export async function loadDemo(order: DemoOrder, progress: Progress): Promise<void> {
  const steps = fileURLToPath(new URL('load-demo-steps.ts', import.meta.url));
  const child = fork(steps, [], { serialization: 'advanced', silent: true });
  const said: string[] = [];
  let refusal: Refusal | null = null;
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (text: Buffer) => said.push(text.toString()));
  child.on('message', (message) => {
    const word = message as DemoWord;
    if (word === 'ready') child.send(order);
    else if ('step' in word) progress(word.step);
    else refusal = new Refusal(word.refusal.code, word.refusal.kind, word.refusal.details);
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const code = await ended;
  if (refusal) throw refusal;
  if (code !== 0) throw new Error(`the demonstration could not be loaded:\n${said.join('').slice(-4000)}`);
}
