import type { Database } from '#database/connection.ts';
import { readAnchors, readHeads, streamEntries } from '#database/audit/chain-views.ts';
import { type AnchorFault, marksByChain, verifyAnchors } from '#domain/audit/anchor.ts';
import { ChainReader, type Fault } from '#domain/audit/verify-chain.ts';
import { sayIn } from './verification-text.ts';
import { readAnchorsLog } from './anchors-log.ts';
import { hashText } from './hash-text.ts';

export type AuditVerification = {
  readonly entries: number;
  readonly chains: number;
  readonly anchors: number;
  /** False where anchors.log is not in the data folder: then only the database speaks for itself. */
  readonly log: boolean;
  readonly faults: readonly (Fault | AnchorFault)[];
  /** The same for people. */
  readonly text: string;
};

/** Reads the whole trail and names every entry that was altered, removed or put in; nothing is changed. */
export async function verifyAudit(
  database: Pick<Database, 'owner'>,
  dataFolder: string,
  language: 'es' | 'en' = 'es',
): Promise<AuditVerification> {
  const log = await readAnchorsLog(dataFolder);
  const found = await database.owner
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const anchors = await readAnchors(tx);
      const heads = await readHeads(tx);
      // The log first: where the two differ it is the one that could not be changed through the database.
      const marks = marksByChain([...(log ?? []), ...anchors]);
      const chains = new Set([...heads.keys(), ...marks.keys()]);
      const readers = new Map<string, ChainReader>();
      let entries = 0;
      const readerOf = (chain: string): ChainReader => {
        const known = readers.get(chain);
        if (known) return known;
        const made = new ChainReader(chain, hashText, {
          head: heads.get(chain) ?? null,
          anchors: marks.get(chain) ?? [],
        });
        readers.set(chain, made);
        return made;
      };
      for await (const entry of streamEntries(tx)) {
        entries += 1;
        readerOf(entry.chain).read(entry);
      }
      for (const chain of chains) readerOf(chain);
      const faults = [...readers.keys()].sort().flatMap((chain) => readerOf(chain).finish());
      return { entries, chains: readers.size, anchors, faults };
    });
  const anchorFaults = verifyAnchors(found.anchors, log ?? [], hashText);
  const result = {
    ...found,
    anchors: found.anchors.length,
    log: log !== null,
    faults: [...found.faults, ...anchorFaults],
  };
  return { ...result, text: sayIn(language, result) };
}
