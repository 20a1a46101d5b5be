import type { registeringOperations } from '#contract/agreements/registering.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { listSheets } from '#database/registering/sheet-store.ts';
import type { Context } from '../context.ts';

type Operation = typeof registeringOperations.listCommitmentSheets;

/** The lists that whoever asks has sent. */
export async function listCommitmentSheets(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const rows = await inScope(context.database, context.actor.scope, (tx) => listSheets(tx, input.limit));
  return {
    items: rows.map((row) => ({
      id: row.id,
      fileName: row.file_name,
      standing: row.standing as 'open',
      createdAt: row.created_at.toISOString(),
    })),
  };
}
