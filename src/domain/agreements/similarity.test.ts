import { describe, expect, it } from 'vitest';
import { hasSameCommitments, shareCopied, shinglesOf } from './similarity.ts';

const text = (clauses: string[], commitments: string[] = []) => ({ clauses, commitments });
const own = 'Las partes patrullan juntas los parques del barrio todas las noches del año.';

describe('what was copied', () => {
  it('is told by runs of five words, whatever their accents and case', () => {
    expect([...shinglesOf('Uno DOS trés, cuatro cinco seis')]).toEqual([
      'uno dos tres cuatro cinco',
      'dos tres cuatro cinco seis',
    ]);
    expect(shinglesOf('muy corto')).toEqual(new Set());
  });

  it('is all of a text that stands elsewhere word for word, and nothing of one that does not', () => {
    expect(shareCopied(text([own]), text([own]), [])).toBe(1);
    expect(shareCopied(text([own]), text(['Otra cosa muy distinta de la que dice aquella']), [])).toBe(0);
  });

  it('does not count what both took from their instrument', () => {
    expect(shareCopied(text([own]), text([own]), [own])).toBe(0);
  });

  it('goes with the same promises, in any order', () => {
    const one = text([], ['Dar talleres', 'Abrir canchas']);
    expect(hasSameCommitments(one, text([], ['Abrir canchas', 'dar talleres']))).toBe(true);
    expect(hasSameCommitments(one, text([], ['Abrir canchas']))).toBe(false);
  });
});
