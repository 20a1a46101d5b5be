import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '#domain/audit/canonical.ts';
import { type ChainEntry, genesisHash, linkText } from '#domain/audit/entry.ts';
import { type Fault, type Mark, verifyChain } from '#domain/audit/verify-chain.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const chain = 'installation';

function link(seq: number, content: string, previousHash: string): ChainEntry {
  const entry = { chain, seq, content, previousHash };
  return { ...entry, hash: hash(linkText(entry)) };
}

function makeChain(contents: readonly string[]): ChainEntry[] {
  const entries: ChainEntry[] = [];
  for (const content of contents)
    entries.push(link(entries.length + 1, content, entries.at(-1)?.hash ?? genesisHash));
  return entries;
}

function entryAt(entries: readonly ChainEntry[], index: number): ChainEntry {
  const entry = entries[index];
  if (!entry) throw new RangeError(`no entry ${index}`);
  return entry;
}

const markOf = ({ seq, hash: end }: ChainEntry): Mark => ({ seq, hash: end });

type Case = { entries: ChainEntry[]; head: Mark; anchors: Mark[] };

const cases = fc
  .tuple(
    fc.array(fc.string({ maxLength: 8 }), { minLength: 4, maxLength: 20 }),
    fc.array(fc.nat(), { maxLength: 3 }),
  )
  .map(([texts, anchored]): Case => {
    const entries = makeChain(texts.map((text, index) => canonicalText({ text, index })));
    const last = entryAt(entries, entries.length - 1);
    const anchors = anchored.map((at) => markOf(entryAt(entries, at % entries.length)));
    return { entries, head: markOf(last), anchors };
  });

const verify = ({ entries, head, anchors }: Omit<Case, 'head'> & { head: Mark | null }) =>
  verifyChain(chain, entries, hash, { head, anchors });
const at = (faults: readonly Fault[], kind: Fault['kind']) =>
  faults.filter((fault) => fault.kind === kind).map((fault) => fault.seq);
const place = fc.nat();

function withEntry(entries: readonly ChainEntry[], index: number, change: Partial<ChainEntry>): ChainEntry[] {
  return entries.map((entry, other) => (other === index ? { ...entry, ...change } : entry));
}

describe('any single thing done to a chain is found', () => {
  it('finds nothing in a chain that nobody touched', () => {
    fc.assert(
      fc.property(cases, (one) => {
        expect(verify(one)).toEqual([]);
      }),
    );
  });

  it('names the entry whose content, hash or predecessor was altered', () => {
    const fields = fc.constantFrom('content', 'hash', 'previousHash' as const);
    fc.assert(
      fc.property(cases, place, fields, (one, where, field) => {
        const index = where % one.entries.length;
        const spoilt = field === 'content' ? `${one.entries[index]?.content} ` : hash('forged');
        const faults = verify({ ...one, entries: withEntry(one.entries, index, { [field]: spoilt }) });
        expect(at(faults, 'altered')).toEqual([index + 1]);
        expect(faults).toHaveLength(1);
      }),
    );
  });

  it('names the entry that was altered and hashed again', () => {
    fc.assert(
      fc.property(cases, place, (one, where) => {
        const index = where % one.entries.length;
        const forged = link(index + 1, '{"forged":true}', one.entries[index]?.previousHash ?? '');
        expect(at(verify({ ...one, entries: withEntry(one.entries, index, forged) }), 'altered')).toContain(
          index + 1,
        );
      }),
    );
  });

  it('names the entries that were removed, also from the beginning and from the end', () => {
    fc.assert(
      fc.property(cases, place, fc.integer({ min: 1, max: 3 }), (one, where, several) => {
        const index = where % one.entries.length;
        const entries = one.entries.filter((_, other) => other < index || other >= index + several);
        const upTo = Math.min(index + several, one.entries.length);
        const span = { kind: 'removed', chain, seq: index + 1, ...(upTo > index + 1 ? { upTo } : {}) };
        expect(verify({ ...one, entries })).toEqual([span]);
      }),
    );
  });

  it('names an entry that was removed where the later ones were renumbered', () => {
    fc.assert(
      fc.property(cases, place, (one, where) => {
        const index = where % (one.entries.length - 1);
        const kept = one.entries
          .filter((_, other) => other !== index)
          .map((entry, other) => ({ ...entry, seq: other + 1 }));
        expect(verify({ ...one, entries: kept })).toEqual([{ kind: 'removed', chain, seq: index + 1 }]);
      }),
    );
  });

  it('names an entry that was put in, with a right hash and the later ones renumbered', () => {
    fc.assert(
      fc.property(cases, place, (one, where) => {
        const index = where % one.entries.length;
        const forged = link(index + 1, '{"forged":true}', one.entries[index - 1]?.hash ?? genesisHash);
        const later = one.entries.slice(index).map((entry) => ({ ...entry, seq: entry.seq + 1 }));
        const faults = verify({ ...one, entries: [...one.entries.slice(0, index), forged, ...later] });
        expect(faults).toEqual([{ kind: 'inserted', chain, seq: index + 1 }]);
      }),
    );
  });

  it('names an entry that was put in after the end', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const forged = link(one.head.seq + 1, '{"forged":true}', one.head.hash);
        expect(verify({ ...one, entries: [...one.entries, forged] })).toEqual([
          { kind: 'inserted', chain, seq: forged.seq },
        ]);
      }),
    );
  });

  it('names two entries that changed places', () => {
    fc.assert(
      fc.property(cases, place, place, (one, where, other) => {
        const [first = 0, second = 0] = [where % one.entries.length, other % one.entries.length].sort(
          (a, b) => a - b,
        );
        fc.pre(first !== second);
        const [a, b] = [entryAt(one.entries, first), entryAt(one.entries, second)];
        const entries = withEntry(withEntry(one.entries, first, { ...b, seq: a.seq }), second, {
          ...a,
          seq: b.seq,
        });
        const faults = verify({ ...one, entries });
        expect(faults.length).toBeGreaterThan(0);
        expect(faults.map((fault) => fault.seq)).toContain(first + 1);
      }),
    );
  });

  it('finds a chain that was wholly hashed anew by what the anchors know', () => {
    fc.assert(
      fc.property(cases, place, place, (one, where, anchored) => {
        const index = where % one.entries.length;
        const mark = markOf(entryAt(one.entries, index + (anchored % (one.entries.length - index))));
        const texts = one.entries.map((entry, other) =>
          other === index ? '{"forged":true}' : entry.content,
        );
        const entries = makeChain(texts);
        const head = markOf(entryAt(entries, entries.length - 1));
        const [fault] = verify({ entries, head, anchors: [mark] });
        expect(fault).toMatchObject({ kind: 'altered', chain });
        expect(fault?.seq).toBeLessThanOrEqual(index + 1);
        expect(fault?.upTo ?? fault?.seq).toBeGreaterThanOrEqual(index + 1);
      }),
    );
  });

  it('finds a chain cut short together with its head by what the anchors know', () => {
    fc.assert(
      fc.property(cases, place, (one, where) => {
        const kept = where % one.entries.length;
        const entries = one.entries.slice(0, kept);
        const last = entries.at(-1);
        const faults = verify({ entries, head: last ? markOf(last) : null, anchors: [one.head] });
        expect(at(faults, 'removed')).toEqual([kept + 1]);
      }),
    );
  });
});
