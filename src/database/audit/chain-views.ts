import { type Kysely, sql } from 'kysely';
import type { DB } from '#database/schema.ts';
import type { Anchor, AnchorHeads } from '#domain/audit/anchor.ts';
import type { ChainEntry } from '#domain/audit/entry.ts';
import type { Mark } from '#domain/audit/verify-chain.ts';

const pageSize = 5000;

/** Every entry of every chain, in order of chain and seq; read in pages, so that memory does not grow with the trail. */
export async function* streamEntries(owner: Kysely<DB>): AsyncGenerator<ChainEntry> {
  let last: { chain: string; seq: string } = { chain: '', seq: '0' };
  for (;;) {
    const { chain, seq } = last;
    const page = await owner
      .selectFrom('audit_entry')
      .select(['chain', 'seq', 'content', 'previous_hash', 'hash'])
      .where(sql<boolean>`(chain, seq) > (${chain}, ${seq}::bigint)`)
      .orderBy('chain')
      .orderBy('seq')
      .limit(pageSize)
      .execute();
    for (const row of page) {
      yield {
        chain: row.chain,
        seq: Number(row.seq),
        content: row.content,
        previousHash: row.previous_hash,
        hash: row.hash,
      };
    }
    const end = page.at(-1);
    if (!end || page.length < pageSize) return;
    last = end;
  }
}

/** Where each chain ends, by chain. */
export async function readHeads(owner: Kysely<DB>): Promise<ReadonlyMap<string, Mark>> {
  const rows = await owner.selectFrom('audit_chain').select(['key', 'last_seq', 'last_hash']).execute();
  return new Map(rows.map((row) => [row.key, { seq: Number(row.last_seq), hash: row.last_hash }]));
}

/** All anchors, oldest first. */
export async function readAnchors(owner: Kysely<DB>): Promise<Anchor[]> {
  const rows = await owner
    .selectFrom('audit_anchor')
    .select(['at', 'heads', 'previous_hash', 'hash'])
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    at: row.at.toISOString(),
    heads: row.heads as unknown as AnchorHeads,
    previousHash: row.previous_hash,
    hash: row.hash,
  }));
}
