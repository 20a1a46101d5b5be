import { genesisHash, linkText, type ChainEntry, type HashText } from './entry.ts';

/** What was done to a chain, and where. `upTo` is the last of several removed or doubtful entries. */
export type Fault = {
  readonly kind: 'altered' | 'removed' | 'inserted' | 'reordered';
  readonly chain: string;
  readonly seq: number;
  readonly upTo?: number;
};

/** The end of a chain, as its head or an anchor knows it. */
export type Mark = { readonly seq: number; readonly hash: string };

/** What is known of a chain from outside its entries. */
export type Witnesses = {
  /** Where the database says the chain ends. */
  readonly head: Mark | null;
  /** Ends of the chain at earlier times, from the anchors. */
  readonly anchors: readonly Mark[];
};

type Suspect = Omit<ChainEntry, 'chain'>;

// Beyond this many spoilt entries the first of them are name enough.
const suspectsKept = 500;

/**
 * Reads one chain, entry by entry in order of seq, and names what was done to it.
 *
 * An entry's hash covers its place, its content and the hash before it, so a change shows in itself, and a change that was
 * hashed again shows in the entry after it, in the head, or in an anchor. An entry that only fits at another place was moved;
 * where all later ones fit one place earlier, one was put in before them.
 */
export class ChainReader {
  readonly #chain: string;
  readonly #hash: HashText;
  readonly #anchors: ReadonlyMap<number, string>;
  readonly #witnesses: Witnesses;
  readonly #faults: Fault[] = [];
  readonly #suspects: Suspect[] = [];
  readonly #contradicted: number[] = [];
  #last: Mark = { seq: 0, hash: genesisHash };
  #beforeLast: Mark = { seq: 0, hash: genesisHash };
  #lastIsSound = true;
  // How far later entries were renumbered: 1 after one was put in, -1 after one was taken out and the gap closed.
  #shift = 0;

  constructor(chain: string, hash: HashText, witnesses: Witnesses) {
    this.#chain = chain;
    this.#hash = hash;
    this.#witnesses = witnesses;
    this.#anchors = new Map(witnesses.anchors.map((mark) => [mark.seq, mark.hash]));
  }

  read(entry: ChainEntry): void {
    const { seq } = entry;
    if (seq <= this.#last.seq) {
      this.#tell(seq === this.#last.seq ? 'inserted' : 'reordered', seq);
      return;
    }
    const isGap = seq > this.#last.seq + 1;
    if (isGap) this.#tell('removed', this.#last.seq + 1, seq - 1);
    const isSound = this.#fits(entry, seq - this.#shift)
      ? this.#readSound(entry, isGap)
      : this.#readUnsound(entry);
    this.#compareWithAnchor(entry, isSound);
    this.#beforeLast = this.#last;
    this.#last = { seq, hash: entry.hash };
    this.#lastIsSound = isSound;
  }

  finish(): readonly Fault[] {
    this.#judgeSuspects();
    const { head, anchors } = this.#witnesses;
    const known = Math.max(head?.seq ?? 0, ...anchors.map((mark) => mark.seq));
    // Where later entries were renumbered, the one counted before is the one the head and the anchors counted.
    const end = Math.max(this.#last.seq, this.#last.seq - this.#shift);
    if (known > end) this.#tell('removed', end + 1, known);
    else if (head && head.seq < this.#last.seq && this.#shift === 0)
      this.#tell('inserted', head.seq + 1, this.#last.seq);
    else if (head && this.#lastIsSound && head.seq === this.#last.seq && head.hash !== this.#last.hash) {
      this.#tell('altered', this.#last.seq);
    }
    this.#judgeContradicted();
    return this.#faults.toSorted((one, other) => one.seq - other.seq);
  }

  // Sound in itself; but what it follows may not be what was there when it was written.
  #readSound(entry: ChainEntry, isGap: boolean): boolean {
    const follows = entry.previousHash === this.#last.hash;
    if (!follows && !isGap && this.#lastIsSound) this.#tell('altered', Math.max(this.#last.seq, 1));
    return true;
  }

  #readUnsound(entry: ChainEntry): boolean {
    const wasPutIn =
      entry.previousHash === this.#beforeLast.hash && this.#fits(entry, entry.seq - this.#shift - 1);
    const wasTakenOut =
      !wasPutIn && this.#fits(entry, entry.seq - this.#shift + 1) && entry.previousHash !== this.#last.hash;
    if (wasPutIn) {
      this.#shift += 1;
      this.#tell('inserted', this.#last.seq);
      return true;
    }
    if (wasTakenOut) {
      this.#shift -= 1;
      this.#tell('removed', entry.seq);
      return true;
    }
    if (this.#suspects.length < suspectsKept) this.#suspects.push(entry);
    return false;
  }

  #compareWithAnchor(entry: ChainEntry, isSound: boolean): void {
    const seq = entry.seq - this.#shift;
    const anchored = this.#anchors.get(seq);
    if (isSound && anchored !== undefined && anchored !== entry.hash) this.#contradicted.push(seq);
  }

  // Everything since the anchor before was hashed anew: it was otherwise, but not even the hashes tell where.
  // Where a closer look has already named an entry of that stretch, that is the one.
  #judgeContradicted(): void {
    const named = this.#faults.map((fault) => fault.seq);
    for (const seq of this.#contradicted) {
      const since = this.#lastAnchorBefore(seq) + 1;
      if (!named.some((known) => known >= since && known <= seq)) this.#tell('altered', since, seq);
    }
  }

  #lastAnchorBefore(seq: number): number {
    return Math.max(0, ...[...this.#anchors.keys()].filter((anchored) => anchored < seq));
  }

  #judgeSuspects(): void {
    const places = this.#suspects.map((suspect) => suspect.seq);
    for (const suspect of this.#suspects) {
      const entry = { ...suspect, chain: this.#chain };
      const belongsElsewhere = places.some((place) => place !== suspect.seq && this.#fits(entry, place));
      this.#tell(belongsElsewhere ? 'reordered' : 'altered', suspect.seq);
    }
  }

  #fits(entry: ChainEntry, seq: number): boolean {
    return this.#hash(linkText({ ...entry, chain: this.#chain, seq })) === entry.hash;
  }

  #tell(kind: Fault['kind'], seq: number, upTo = seq): void {
    this.#faults.push({ kind, chain: this.#chain, seq, ...(upTo > seq ? { upTo } : {}) });
  }
}

/** Reads the entries of one chain, in the order in which they are kept. No fault: nothing was altered, removed or put in. */
export function verifyChain(
  chain: string,
  entries: Iterable<ChainEntry>,
  hash: HashText,
  witnesses: Witnesses = { head: null, anchors: [] },
): readonly Fault[] {
  const reader = new ChainReader(chain, hash, witnesses);
  for (const entry of entries) reader.read(entry);
  return reader.finish();
}
