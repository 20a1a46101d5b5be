import type { auditOperations } from '#contract/audit.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findEntry } from '#database/audit/entry-views.ts';
import { inScope } from '#database/connection.ts';
import type { EntryContent } from '#domain/audit/entry.ts';
import { refuse } from '#domain/audit/refusals.ts';
import type { Context } from '../context.ts';
import { showEntries } from './show-entries.ts';

type Operation = typeof auditOperations.getAuditEntry;

export async function getAuditEntry(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const [chain = '', seq] = input.entryId.split('.');
  return inScope(context.database, context.actor.scope, async (tx) => {
    const row = await findEntry(tx, chain, Number(seq));
    const [entry] = row ? await showEntries(tx, [row]) : [];
    if (!row || !entry) throw refuse('audit.not-found');
    const { request } = JSON.parse(row.content) as EntryContent;
    return { ...entry, requestId: request, hash: row.hash, previousHash: row.previous_hash };
  });
}
