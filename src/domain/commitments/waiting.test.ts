import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainToCause, heldBackBy, rankHoldingBack, type Wait } from './waiting.ts';

const waits = (text: string): Wait[] =>
  text.split(' ').map((pair) => {
    const [dependent = '', prerequisite = ''] = pair.split('<');
    return { dependent, prerequisite };
  });

describe('who waits on whom', () => {
  it('follows what is held back through others, and round a circle once', () => {
    const some = waits('b<a c<b d<b a<d');
    expect([...heldBackBy(some, 'a')].toSorted()).toEqual(['b', 'c', 'd']);
    expect(heldBackBy(some, 'c').size).toBe(0);
  });

  it('puts first the late one that holds back most, in most territories', () => {
    const some = waits('b<a c<a e<d f<d');
    const places: Record<string, number> = { b: 1, c: 1, e: 1, f: 2 };
    const ranked = rankHoldingBack(some, new Set(['a', 'd', 'z']), (id) => places[id]);
    expect(ranked).toEqual([
      { id: 'd', held: ['e', 'f'], territories: [1, 2] },
      { id: 'a', held: ['b', 'c'], territories: [1] },
    ]);
  });

  it('leads from what is blocked to the late one that nothing late holds back', () => {
    expect(chainToCause(waits('c<b b<a c<x'), 'c', new Set(['a', 'b']))).toEqual(['c', 'b', 'a']);
    expect(chainToCause(waits('c<b'), 'c', new Set())).toEqual(['c']);
    expect(chainToCause(waits('c<b b<a a<b'), 'c', new Set(['a', 'b'])).slice(0, 2)).toEqual(['c', 'b']);
  });
});

const names = 'abcdefgh'.split('');
const graph = fc.array(
  fc.record({ dependent: fc.constantFrom(...names), prerequisite: fc.constantFrom(...names) }),
  { maxLength: 24 },
);

describe('whatever depends on whatever', () => {
  it('holds back exactly what is reached by trying every step again and again', () => {
    fc.assert(
      fc.property(graph, fc.constantFrom(...names), (some, start) => {
        const reached = new Set([start]);
        for (let round = 0; round < names.length; round += 1)
          for (const { dependent, prerequisite } of some)
            if (reached.has(prerequisite)) reached.add(dependent);
        reached.delete(start);
        expect(heldBackBy(some, start)).toEqual(reached);
      }),
    );
  });

  it('gives a chain whose every step is a need for something late, each once, and that ends at a cause where there is one', () => {
    fc.assert(
      fc.property(graph, fc.subarray(names), fc.constantFrom(...names), (some, lateOnes, blocked) => {
        const late = new Set(lateOnes);
        const chain = chainToCause(some, blocked, late);
        expect(chain[0]).toBe(blocked);
        expect(new Set(chain).size).toBe(chain.length);
        for (const [index, id] of chain.slice(1).entries()) {
          expect(late.has(id)).toBe(true);
          expect(some).toContainEqual({ dependent: chain[index], prerequisite: id });
        }
        const isCause = (id: string) =>
          !some.some(({ dependent, prerequisite }) => dependent === id && late.has(prerequisite));
        const reachable = new Set([blocked]);
        for (let round = 0; round < names.length; round += 1)
          for (const { dependent, prerequisite } of some)
            if (reachable.has(dependent) && late.has(prerequisite)) reachable.add(prerequisite);
        if ([...reachable].some(isCause)) expect(isCause(chain.at(-1) ?? '')).toBe(true);
      }),
    );
  });
});
