import { Worker } from 'node:worker_threads';
import type { RefusalDetails } from '#domain/shared/refusal.ts';
import { tableLimits } from './limits.ts';
import type { KnownContent } from './read-content.ts';
import type { TableReading } from './reading.ts';
import { refuse, type TableRefusal } from './refusals.ts';
import { tooManyCells } from './too-many-cells.ts';

/** The one message of the thread. */
export type Message =
  { readonly reading: TableReading } | { readonly refused: TableRefusal; readonly details: RefusalDetails };

let lastInTurn: Promise<unknown> = Promise.resolve();

/**
 * Reads a large file in a thread of its own: nobody waits for it, and what takes too much memory or time takes only its own.
 * One at a time, so that many uploads together take no more memory than one.
 */
export function readApart(content: KnownContent): Promise<TableReading> {
  const reading = lastInTurn.then(() => readInThread(content));
  lastInTurn = reading.catch(() => undefined);
  return reading;
}

function readInThread(content: KnownContent): Promise<TableReading> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./table-worker.ts', import.meta.url), {
      workerData: content,
      resourceLimits: { maxOldGenerationSizeMb: tableLimits.apartMegabytes },
    });
    const timer = setTimeout(() => finish(() => reject(tooManyCells())), tableLimits.apartMilliseconds);
    const finish = (answer: () => void) => {
      clearTimeout(timer);
      answer();
      void worker.terminate();
    };
    worker.once('message', (message: Message) =>
      finish(() =>
        'reading' in message ? resolve(message.reading) : reject(refuse(message.refused, message.details)),
      ),
    );
    worker.once('error', (problem: NodeJS.ErrnoException) =>
      finish(() => reject(problem.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooManyCells() : problem)),
    );
  });
}
