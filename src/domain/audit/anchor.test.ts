import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Anchor, makeAnchor, marksByChain, verifyAnchors } from './anchor.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const first = makeAnchor(hash, null, '2026-11-01T00:00:00.000Z', { a: [3, hash('a3')] });
const second = makeAnchor(hash, first, '2026-11-02T00:00:00.000Z', {
  a: [5, hash('a5')],
  b: [1, hash('b1')],
});
const third = makeAnchor(hash, second, '2026-11-03T00:00:00.000Z', { b: [2, hash('b2')] });
const kinds = (anchors: Anchor[], log: Anchor[]) =>
  verifyAnchors(anchors, log, hash).map((fault) => fault.kind);

describe('anchors', () => {
  it('are sound as they were made, in the log or not yet', () => {
    expect(kinds([first, second, third], [first, second, third])).toEqual([]);
    expect(kinds([first, second, third], [first])).toEqual([]);
    expect(kinds([first, second, third], [])).toEqual([]);
  });

  it('are found when altered, or out of their chain', () => {
    expect(kinds([first, { ...second, heads: { a: [4, hash('a4')] } }, third], [])).toEqual([
      'anchor-altered',
    ]);
    expect(kinds([first, third], [])).toEqual(['anchor-altered']);
  });

  it('are found when the log knows one that the database lost, at the end too', () => {
    expect(kinds([first, second], [first, second, third])).toEqual(['anchor-removed']);
  });

  it('are found when the log was struck of one in the middle', () => {
    expect(kinds([first, second, third], [first, third])).toEqual(['anchor-unlogged']);
  });

  it('tell where each chain ended at each time', () => {
    expect(marksByChain([first, second, third]).get('b')).toEqual([
      { seq: 1, hash: hash('b1') },
      { seq: 2, hash: hash('b2') },
    ]);
  });
});
