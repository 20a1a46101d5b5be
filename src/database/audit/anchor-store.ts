import type { Transaction } from '#database/connection.ts';
import type { Anchor } from '#domain/audit/anchor.ts';
import { sql } from 'kysely';

/** Two who anchor at once take turns; until the transaction ends nobody else does. */
export async function takeTurnToAnchor(tx: Transaction): Promise<void> {
  await sql`lock table audit_anchor in share row exclusive mode`.execute(tx);
}

export async function saveAnchor(tx: Transaction, anchor: Anchor): Promise<void> {
  await tx
    .insertInto('audit_anchor')
    .values({
      at: new Date(anchor.at),
      heads: JSON.stringify(anchor.heads),
      previous_hash: anchor.previousHash,
      hash: anchor.hash,
    })
    .execute();
}
