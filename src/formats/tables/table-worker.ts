import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '#domain/shared/refusal.ts';
import type { Message } from './read-apart.ts';
import { type KnownContent, readContent } from './read-content.ts';
import type { TableRefusal } from './refusals.ts';

// The thread in which a large file is read; read-apart.ts starts it and takes its one message.
const answer = (message: Message) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(message);
};

try {
  answer({ reading: await readContent(workerData as KnownContent) });
} catch (problem) {
  if (!(problem instanceof Refusal)) throw problem;
  answer({ refused: problem.code as TableRefusal, details: problem.details });
}
