import { Worker } from 'node:worker_threads';
import { Refusal, type RefusalDetails, type RefusalKind } from '#domain/shared/refusal.ts';
import { refuse } from '#domain/territories/boundary-refusals.ts';
import type { LayerRequest, PreparedLayer } from './prepare-layer.ts';

type Message =
  | { readonly prepared: PreparedLayer }
  | {
      readonly refused: {
        readonly code: string;
        readonly kind: RefusalKind;
        readonly details: RefusalDetails;
      };
    };

const limitMegabytes = 1024;
const limitMilliseconds = 120_000;

/**
 * Prepares a layer in a thread of its own: a national layer takes seconds, during which everybody else would wait, and
 * a file made to exhaust memory or time ends with its thread and nothing more.
 */
export async function prepareLayerApart(request: LayerRequest): Promise<PreparedLayer> {
  const thread = new Worker(new URL('./prepare-layer-thread.ts', import.meta.url), {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: limitMegabytes },
  });
  const deadline = setTimeout(() => void thread.terminate(), limitMilliseconds);
  try {
    return await answerOf(thread);
  } finally {
    clearTimeout(deadline);
    await thread.terminate();
  }
}

function answerOf(thread: Worker): Promise<PreparedLayer> {
  return new Promise((resolve, reject) => {
    thread.once('message', (message: Message) => {
      if ('prepared' in message) return resolve(message.prepared);
      const { code, kind, details } = message.refused;
      return reject(new Refusal(code, kind, details));
    });
    thread.once('error', (fault: Error & { code?: string }) =>
      reject(fault.code === 'ERR_WORKER_OUT_OF_MEMORY' ? refuse('boundaries.too-heavy') : fault),
    );
    thread.once('exit', () => reject(refuse('boundaries.too-heavy')));
  });
}
