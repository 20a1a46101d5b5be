import { saveAnchor, takeTurnToAnchor } from '#database/audit/anchor-store.ts';
import { readAnchors, readHeads } from '#database/audit/chain-views.ts';
import { type Anchor, type AnchorHeads, makeAnchor, marksByChain } from '#domain/audit/anchor.ts';
import type { Context } from '../context.ts';
import { extendAnchorsLog } from './anchors-log.ts';
import { hashText } from './hash-text.ts';

/**
 * Hashes the ends of all chains that moved together, chained to the anchor before; in the database and, once it is
 * safely there, in anchors.log. Called daily and before each backup. Null when nothing moved.
 */
export async function anchorChains(
  context: Pick<Context, 'database' | 'installation' | 'now'>,
): Promise<Anchor | null> {
  const { database, installation, now } = context;
  const { anchor, anchors } = await database.owner.transaction().execute(async (tx) => {
    await takeTurnToAnchor(tx);
    const known = await readAnchors(tx);
    const heads = movedHeads(known, await readHeads(tx));
    if (Object.keys(heads).length === 0) return { anchor: null, anchors: known };
    const made = makeAnchor(hashText, known.at(-1) ?? null, now.toISOString(), heads);
    await saveAnchor(tx, made);
    return { anchor: made, anchors: [...known, made] };
  });
  await extendAnchorsLog(installation.dataFolder, anchors);
  return anchor;
}

function movedHeads(anchors: readonly Anchor[], heads: Awaited<ReturnType<typeof readHeads>>): AnchorHeads {
  const marks = marksByChain(anchors);
  const moved = [...heads].filter(([chain, head]) => {
    const last = marks.get(chain)?.at(-1);
    return head.seq > 0 && (last?.seq !== head.seq || last.hash !== head.hash);
  });
  return Object.fromEntries(moved.map(([chain, { seq, hash }]) => [chain, [seq, hash] as const]));
}
