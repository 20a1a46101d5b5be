import { describe, expect, it } from 'vitest';
import { objectInSentence } from './object-in-sentence.ts';

describe('the object of an agreement within its clause', () => {
  it('goes on after the words before it, and leaves the full stop to the clause', () => {
    expect(objectInSentence('Abrir canchas por la tarde.')).toBe('abrir canchas por la tarde');
    expect(objectInSentence('Que nadie espere.')).toBe('que nadie espere');
  });

  it('keeps the capital of a name, and what was written to go on', () => {
    expect(objectInSentence('Panamá sin violencia')).toBe('Panamá sin violencia');
    expect(objectInSentence('prevenir la violencia juvenil')).toBe('prevenir la violencia juvenil');
    expect(objectInSentence('')).toBe('');
  });
});
