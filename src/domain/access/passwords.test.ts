import { describe, expect, it } from 'vitest';
import { passwordProblems } from './passwords.ts';

const codes = (password: string, own: string[] = []) =>
  passwordProblems(password, own).map(({ code }) => code);

describe('a password', () => {
  it('is accepted when it is long and one’s own secret, without capitals or signs', () => {
    expect(codes('tres tristes tigres')).toEqual([]);
    expect(codes('cafeconleche')).toEqual([]);
    expect(codes('сложный пароль')).toEqual([]);
  });

  it('is refused when short, and told how short, counting what people see as one character', () => {
    expect(passwordProblems('ñandú', [])).toEqual([
      { code: 'access.password-short', field: 'password', values: { minimum: 10, given: 5 } },
    ]);
    expect(codes('😀😀😀😀😀')).toContain('access.password-short');
  });

  it.each([
    'contraseña',
    'Contrasena2026',
    '12345678901',
    'abcdefghijk',
    '9876543210',
    'aaaaaaaaaaaa',
    'qwertyuiop',
    'Panamá Panamá',
    'abababababab',
  ])('is refused when it is common: %s', (password) =>
    expect(codes(password)).toContain('access.password-common'),
  );

  it.each(['rosadelgado', 'RosaDelgado2026', 'delgado-rosa', 'r.delgado99', '66123456 66123456'])(
    'is refused when it is made of one’s own names: %s',
    (password) =>
      expect(codes(password, ['Rosa Delgado', 'r.delgado', '66123456'])).toContain(
        'access.password-own-name',
      ),
  );

  it('may hold one’s name among other words', () => {
    expect(codes('a rosa le gusta nadar', ['Rosa Delgado'])).toEqual([]);
  });
});
