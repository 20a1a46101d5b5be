import { describe, expect, it } from 'vitest';
import { canonicalText } from './canonical.ts';

describe('the canonical text', () => {
  it('does not depend on the order of members', () => {
    expect(canonicalText({ b: [1, { d: null, c: true }], a: 'ñ' })).toBe(
      '{"a":"ñ","b":[1,{"c":true,"d":null}]}',
    );
    expect(canonicalText({ a: 'ñ', b: [1, { c: true, d: null }] })).toBe(
      canonicalText({ b: [1, { d: null, c: true }], a: 'ñ' }),
    );
  });

  it('leaves out what is undefined and writes dates as ISO text', () => {
    expect(canonicalText({ at: new Date(0), none: undefined, list: [undefined] })).toBe(
      '{"at":"1970-01-01T00:00:00.000Z","list":[null]}',
    );
  });

  it('replaces what a database cannot hold', () => {
    expect(canonicalText('a\0b\ud800c')).toBe('"a\uFFFDb\uFFFDc"');
  });

  it('refuses what JSON cannot say', () => {
    expect(() => canonicalText({ n: Number.NaN })).toThrow(TypeError);
    expect(() => canonicalText(() => 1)).toThrow(TypeError);
  });
});
