import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { readScan } from '../files/read-scan.ts';
import { registerSignature } from './register-signature.ts';

type Operation = typeof agreementLifeOperations.registerInkSignature;

/** Registers a signature on paper with its scan. */
export async function registerInkSignature(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const scan = await readScan(input.bytes);
  return inScope(context.database, context.actor.scope, (tx) =>
    registerSignature(tx, context, input, { scan, method: 'ink', operation: 'registerInkSignature' }),
  );
}
