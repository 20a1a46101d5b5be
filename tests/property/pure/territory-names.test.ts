import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { editDistance, matchName } from '#domain/territories/names.ts';

const name = fc.stringMatching(/^[A-ZÑÁÉÍÓÚ][a-zñáéíóúü]{2,11}( [A-Z][a-z]{2,8})?$/);

it('finds every territory by its own name, however it is written', () => {
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 20 }), fc.nat(), (names, choice) => {
      const territories = names.map((one, index) => ({
        code: String(index),
        name: one,
        level: 1,
        aliases: [],
      }));
      const wanted = territories[choice % territories.length];
      const shouted = (wanted?.name ?? '')
        .toUpperCase()
        .normalize('NFD')
        .replaceAll(/\p{Mn}/gu, '');
      const matches = matchName(`  ${shouted} `, territories);
      expect(matches.map(({ territory }) => territory.code)).toContain(wanted?.code);
      expect(matches[0]?.reason).toBe('name');
    }),
  );
});

it('measures a distance: none to itself, the same both ways, never more than all letters', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (one, other) => {
      expect(editDistance(one, one)).toBe(0);
      expect(editDistance(one, other)).toBe(editDistance(other, one));
      expect(editDistance(one, other)).toBeLessThanOrEqual(Math.max(one.length, other.length));
    }),
  );
});
