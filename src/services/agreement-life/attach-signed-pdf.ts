import type { agreementLifeOperations } from '#contract/agreements/life.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import type { Context } from '../context.ts';
import { readScan } from '../files/read-scan.ts';
import { registerSignature } from './register-signature.ts';

type Operation = typeof agreementLifeOperations.attachSignedPdf;

/**
 * Registers a PDF that was signed elsewhere. Its signature must be whole; that the file says what the text says is for the
 * second person to compare, for no signature can tell.
 */
export async function attachSignedPdf(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const scan = await readScan(input.bytes, ['application/pdf']);
  // Loaded by the first of them: few offices sign so, and it holds 12 MB.
  const { checkPdfSignature } = await import('#formats/documents/check-pdf-signature.ts');
  const check = await checkPdfSignature(scan.bytes);
  if (!check) throw refuse('agreement-life.no-signature-in-file', { field: 'file' });
  if (!check.isIntact || !check.coversWholeFile || check.wasValid === false)
    throw refuse('agreement-life.signature-broken', { field: 'file' });
  const found = { scan, check, method: 'external-pdf', operation: 'attachSignedPdf' } as const;
  return inScope(context.database, context.actor.scope, (tx) => registerSignature(tx, context, input, found));
}
