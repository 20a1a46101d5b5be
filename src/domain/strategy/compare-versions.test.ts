import { describe, expect, it } from 'vitest';
import { compareVersions } from './compare-versions.ts';
import type { Element } from './element.ts';

const element = (threadId: string, more: Partial<Element> = {}): Element => ({
  id: `${threadId}-1`,
  threadId,
  parentId: null,
  kind: 'axis',
  level: 1,
  position: 0,
  version: 1,
  code: null,
  title: threadId,
  description: null,
  preventionLevel: null,
  preventionTypes: [],
  inspire: [],
  ecologicalLevels: [],
  roles: [],
  indicators: [],
  ...more,
});

describe('two versions side by side', () => {
  it('tell of each thread whether it was kept, changed, is new or ended', () => {
    const before = [
      element('a', { inspire: ['norms', 'laws'] }),
      element('b', { position: 1 }),
      element('c', { position: 2 }),
    ];
    const after = [
      element('a', { id: 'a-2', inspire: ['laws', 'norms'] }),
      element('c', { id: 'c-2', position: 1, title: 'Otra cosa' }),
      element('d', { id: 'd-2', position: 2 }),
    ];
    expect(
      compareVersions(before, after).map(({ threadId, outcome, fields }) => [threadId, outcome, fields]),
    ).toEqual([
      ['a', 'kept', []],
      ['b', 'ended', []],
      ['c', 'changed', ['title']],
      ['d', 'new', []],
    ]);
  });

  it('say that an element stands elsewhere, though it says the same', () => {
    const line = { kind: 'line', level: 2 } as const;
    const before = [element('a'), element('b', { position: 1 }), element('l', { ...line, parentId: 'a-1' })];
    const after = [
      element('a', { id: 'a-2' }),
      element('b', { id: 'b-2', position: 1 }),
      element('l', { ...line, id: 'l-2', parentId: 'b-2' }),
    ];
    const moved = compareVersions(before, after).find(({ threadId }) => threadId === 'l');
    expect(moved).toMatchObject({ outcome: 'changed', fields: ['place'] });
  });

  it('name an indicator whose target changed, but not one whose targets were told in another order', () => {
    const indicator = (targets: Element['indicators'][number]['targets']) => ({
      title: 'Planes',
      unit: 'planes',
      direction: 'up' as const,
      source: null,
      baselineValue: null,
      baselineYear: null,
      targets,
    });
    const one = element('a', {
      indicators: [
        indicator([
          { year: 2026, value: 1 },
          { year: 2027, value: 2 },
        ]),
      ],
    });
    const other = element('a', {
      indicators: [
        indicator([
          { year: 2027, value: 2 },
          { year: 2026, value: 1 },
        ]),
      ],
    });
    const more = element('a', { indicators: [indicator([{ year: 2026, value: 3 }])] });
    expect(compareVersions([one], [other])[0]?.outcome).toBe('kept');
    expect(compareVersions([one], [more])[0]?.fields).toEqual(['indicators']);
  });
});
