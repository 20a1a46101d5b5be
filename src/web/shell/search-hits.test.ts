import { describe, expect, it } from 'vitest';
import { voiceOf } from '#words/index.ts';
import { actionsFor, addressOfHit } from './search-hits.ts';

const say = voiceOf('es');

describe('what the search offers to do', () => {
  it('finds an action without accents and in any order of words', () => {
    expect(actionsFor(null, 'sesion iniciar', say).map((action) => action.to)).toEqual(['/entrar']);
  });

  it('offers administration only to whoever has a deed in it', () => {
    const visitor = {
      id: 'a',
      personId: 'p',
      name: 'Ana',
      username: 'ana',
      home: { reference: 'PA', name: 'Panamá' },
      organisation: null,
      country: 'PA',
      mayWrite: true,
    };
    const offered = (deeds: readonly string[]) =>
      actionsFor({ ...visitor, deeds }, 'administracion', say).length;
    expect([offered([]), offered(['invite'])]).toEqual([0, 1]);
  });

  it('leads to the page of what was found', () => {
    expect(addressOfHit({ kind: 'territory', id: 'PA-0810' })).toBe('/territorios/PA-0810');
  });
});
