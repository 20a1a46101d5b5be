import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '#domain/shared/refusal.ts';
import { prepareLayer, type LayerRequest } from './prepare-layer.ts';

// What runs in the thread of prepare-layer-apart.ts. A refusal crosses as its parts: classes do not survive the way.
// Between threads there is no origin to name.
/* oxlint-disable unicorn/require-post-message-target-origin */
try {
  parentPort?.postMessage({ prepared: prepareLayer(workerData as LayerRequest) });
} catch (fault) {
  if (!(fault instanceof Refusal)) throw fault;
  parentPort?.postMessage({ refused: { code: fault.code, kind: fault.kind, details: fault.details } });
}
