import { describe, expect, it } from 'vitest';
import { hasVerbOfDoing, scoreWording, type Wording } from './wording-score.ts';

const whole: Wording = {
  what: 'Dictar 12 talleres de convivencia en cinco escuelas',
  obligors: 1,
  unit: null,
  quantity: null,
  hasDate: true,
  hasPlace: true,
  proof: 'Listas de asistencia',
};

describe('the wording score', () => {
  it('is six for who does how much of what, where, by when, and how one knows', () => {
    expect(scoreWording(whole)).toEqual({ score: 6, missing: [] });
  });

  it('names each thing that is missing', () => {
    const empty = { what: 'Promover la paz', obligors: 0, hasDate: false, hasPlace: false, proof: ' ' };
    expect(scoreWording({ ...whole, ...empty })).toEqual({
      score: 0,
      missing: ['obligor', 'verb', 'measure', 'date', 'place', 'proof'],
    });
  });

  it('takes the quantity from its own fields as well as from the sentence', () => {
    const bare = { ...whole, what: 'Instalar luminarias' };
    expect(scoreWording(bare).missing).toEqual(['measure']);
    expect(scoreWording({ ...bare, quantity: 40, unit: 'luminarias' }).score).toBe(6);
    expect(scoreWording({ ...bare, quantity: 40 }).missing).toEqual(['measure']);
    expect(scoreWording({ ...bare, what: 'Instalar dos luminarias' }).score).toBe(6);
  });
});

describe('a verb of doing', () => {
  it.each([
    'Entregar 40 luminarias',
    'El MEDUCA entregará 40 luminarias',
    'Se compromete a reparar la cancha',
    'Coordinar y dictar 3 talleres',
    'Deberá presentar un informe',
    'La alcaldía nombrará un enlace',
    'Will train 40 teachers',
    'The ministry shall repair two parks',
    'Build a court',
    'Entregarles un kit',
  ])('is found in "%s"', (text) => {
    expect(hasVerbOfDoing(text)).toBe(true);
  });

  it.each([
    'Promover la convivencia',
    'Apoyar y fortalecer a las juventudes',
    'Se procurará la mejora',
    'Coordinar con las instituciones',
    'Taller de convivencia en Panamá',
    'Hogar seguro para mujeres',
    'Support coordination',
    'Estará disponible',
    '',
  ])('is not found in "%s"', (text) => {
    expect(hasVerbOfDoing(text)).toBe(false);
  });
});
