import { canonicalText } from './canonical.ts';
import { genesisHash, type HashText } from './entry.ts';
import type { Mark } from './verify-chain.ts';

/** The ends of the chains that moved since the anchor before: [seq, hash] by chain. */
export type AnchorHeads = Readonly<Record<string, readonly [seq: number, hash: string]>>;

/** The ends of chains at one moment, hashed together and chained to the anchor before. */
export type Anchor = {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly heads: AnchorHeads;
  readonly previousHash: string;
  readonly hash: string;
};

/** Makes the anchor that follows another, or the first one. */
export function makeAnchor(hash: HashText, previous: Anchor | null, at: string, heads: AnchorHeads): Anchor {
  const link = { at, heads, previousHash: previous?.hash ?? genesisHash };
  return { ...link, hash: hash(anchorText(link)) };
}

function anchorText({ at, heads, previousHash }: Omit<Anchor, 'hash'>): string {
  return [previousHash, at, canonicalText(heads)].join('\n');
}

export type AnchorFault = {
  readonly kind: 'anchor-altered' | 'anchor-removed' | 'anchor-unlogged';
  readonly at: string;
  readonly hash: string;
};

/**
 * What was done to the anchors: altered or out of their chain, or in the log but no longer in the database.
 * An anchor that the log lacks, though it knows later ones, was put in or struck from the log;
 * the last ones may only not have been written yet.
 */
export function verifyAnchors(
  anchors: readonly Anchor[],
  log: readonly Anchor[],
  hash: HashText,
): readonly AnchorFault[] {
  const faults: AnchorFault[] = [];
  const tell = (kind: AnchorFault['kind'], { at, hash: name }: Anchor) =>
    faults.push({ kind, at, hash: name });
  let previous = genesisHash;
  for (const anchor of anchors) {
    if (anchor.previousHash !== previous || hash(anchorText(anchor)) !== anchor.hash)
      tell('anchor-altered', anchor);
    previous = anchor.hash;
  }
  const kept = new Set(anchors.map((anchor) => anchor.hash));
  for (const anchor of log) if (!kept.has(anchor.hash)) tell('anchor-removed', anchor);
  const logged = new Set(log.map((anchor) => anchor.hash));
  const lastLogged = anchors.findLastIndex((anchor) => logged.has(anchor.hash));
  for (const anchor of anchors.slice(0, Math.max(lastLogged, 0)))
    if (!logged.has(anchor.hash)) tell('anchor-unlogged', anchor);
  return faults;
}

/** Which ends the anchors know of each chain, those of the log included: what was taken from the database is still there. */
export function marksByChain(anchors: readonly Anchor[]): ReadonlyMap<string, readonly Mark[]> {
  const marks = new Map<string, Map<number, Mark>>();
  for (const { heads } of anchors) {
    for (const [chain, [seq, hash]] of Object.entries(heads)) {
      const known = marks.get(chain) ?? new Map<number, Mark>();
      if (!known.has(seq)) known.set(seq, { seq, hash });
      marks.set(chain, known);
    }
  }
  return new Map([...marks].map(([chain, known]) => [chain, [...known.values()]]));
}
