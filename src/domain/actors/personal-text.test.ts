import { describe, expect, it } from 'vitest';
import { findPersonalText, refusePersonalText } from './personal-text.ts';

const kinds = (text: string) => findPersonalText(text).map(({ kind }) => kind);

describe('personal data in a free text', () => {
  it.each([
    ['8-765-4321', 'identity-number'],
    ['cédula PE-12-345', 'identity-number'],
    ['E-8-12345', 'identity-number'],
    ['portador de 1 1234 0567', 'identity-number'],
    ['cédula 112340567.', 'identity-number'],
    ['llame al 6123-4567', 'phone'],
    ['507 no, sino +507 6123-4567', 'phone'],
    ['al 222-3333, de día', 'phone'],
    ['tel. 88887777', 'phone'],
    ['escriba a ana.diaz@correo.example', 'email'],
    ['el carro de placa ABC-123', 'plate'],
  ])('is seen in «%s»', (text, kind) => {
    expect(kinds(text)).toEqual([kind]);
  });

  it.each([
    'Ley 285 de 15 de febrero de 2022',
    'Estrategia 2017-2030',
    'el 28-08-2018 y el 2026-11-23',
    'Decreto 36004-PLAN, artículo 16',
    'atiende a 4064780 personas en 699 corregimientos',
    'B/. 1,250,000.00 en 2025',
    'código 080510',
    'Resolución 84 de 24 de julio de 2012',
  ])('is not seen in «%s»', (text) => {
    expect(kinds(text)).toEqual([]);
  });

  it('is warned of by field, without repeating it, unless the writer confirmed', () => {
    const fields = { mandate: 'Ana, 8-765-4321', note: null };
    expect(() => refusePersonalText(fields, false)).toThrow(
      expect.objectContaining({
        code: 'actors.personal-in-text',
        details: { problems: [{ code: 'actors.personal-identity-number', field: 'mandate' }] },
      }),
    );
    expect(() => refusePersonalText(fields, true)).not.toThrow();
  });
});
