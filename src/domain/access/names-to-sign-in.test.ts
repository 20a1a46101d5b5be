import { describe, expect, it } from 'vitest';
import { readEmail, readPhone, readSignInName, suggestUsername } from './names-to-sign-in.ts';

describe('a name to sign in with', () => {
  it('is an e-mail address when it has an at sign, in any case', () => {
    expect(readSignInName(' Ana@Ejemplo.ORG ')).toEqual([{ kind: 'email', value: 'ana@ejemplo.org' }]);
  });

  it('is a username, a phone, or either', () => {
    expect(readSignInName('Ana.Perez')).toEqual([{ kind: 'username', value: 'ana.perez' }]);
    expect(readSignInName('+507 6612-3456')).toEqual([{ kind: 'phone', value: '+50766123456' }]);
    expect(readSignInName('6612-3456')).toEqual([
      { kind: 'username', value: '6612-3456' },
      { kind: 'phone-ending', value: '66123456' },
    ]);
  });

  it('is nothing when it could be none of them', () => {
    expect(readSignInName('ña')).toEqual([]);
    expect(readSignInName("' or 1=1 --")).toEqual([]);
  });
});

describe('a phone', () => {
  it.each([
    ['6612-3456', '+507', '+50766123456'],
    ['00507 6612 3456', null, '+50766123456'],
    ['+507 (6) 612.3456', '+506', '+50766123456'],
    ['6612-3456', null, null],
    ['no tiene', '+507', null],
    ['12', '+507', null],
  ])('%s with the prefix %s is %s', (text, prefix, phone) => expect(readPhone(text, prefix)).toBe(phone));
});

describe('an e-mail address', () => {
  it('needs a name, an at sign and a domain', () => {
    expect(readEmail('Ana@ejemplo.org')).toBe('ana@ejemplo.org');
    for (const text of ['ana', 'ana@', '@ejemplo.org', 'ana@ejemplo', 'ana maria@ejemplo.org'])
      expect(readEmail(text), text).toBeNull();
  });
});

describe('a username made from a name', () => {
  it('takes the first and last word without accents, and the next number when it is taken', () => {
    expect(suggestUsername('María José Ñurinda', new Set())).toBe('maria.nurinda');
    expect(suggestUsername('María José Ñurinda', new Set(['maria.nurinda', 'maria.nurinda2']))).toBe(
      'maria.nurinda3',
    );
  });

  it('is made also from names too short or in another alphabet', () => {
    expect(suggestUsername('Li', new Set())).toBe('li.persona');
    expect(suggestUsername('李', new Set())).toBe('persona');
  });
});
