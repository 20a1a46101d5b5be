import { describe, expect, it } from 'vitest';
import { fold } from '#domain/shared/fold.ts';
import { suggestLink, wordsOfDirectLink, wordsOfIndirectLink } from './link-suggestion.ts';

describe('the suggestion of a link', () => {
  it.each([
    ['Prevención de la VIOLENCIA en colegios', 'direct', ['violencia']],
    ['Centros de mediación comunitaria', 'direct', ['mediación']],
    ['Comités de seguridad ciudadana', 'direct', ['seguridad ciudadana']],
    ['Ligas deportivas para jóvenes', 'indirect', ['jóvenes', 'deportivas']],
    ['Recuperación de espacios públicos', 'indirect', ['espacios públicos']],
    ['Youth employment', 'indirect', ['youth']],
    ['Mantenimiento de flota', null, []],
    ['Seguridad social de los empleados', null, []],
    ['', null, []],
  ])('of «%s» is %s', (text, link, words) => {
    expect(suggestLink([text, null])).toEqual({ link, words });
  });

  it('prefers what names violence itself to what acts upon its causes', () => {
    expect(suggestLink(['Deporte para jóvenes', 'Reduce la violencia'])).toMatchObject({ link: 'direct' });
  });

  it('has a list of words without accents, in lower case, each once', () => {
    const all = [...wordsOfDirectLink, ...wordsOfIndirectLink];
    expect(all.filter((word) => fold(word) !== word)).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
  });
});
