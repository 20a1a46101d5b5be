import { fold } from '#domain/shared/fold.ts';
import type { Problem } from '#domain/shared/refusal.ts';

/** Shorter passwords are refused; longer ones than this are cut off by nobody, but refused too. */
export const passwordLengths = { minimum: 10, maximum: 200 } as const;

// What people choose when they must choose something, in the languages spoken here. Compared without accents, digits at the ends or spaces.
const commonStems = new Set(
  `password passw0rd contrasena contraseña clave clavesecreta micontrasena miclave secreto qwerty qwertyuiop qwertyqwerty asdfgh
   asdfghjkl zxcvbnm abcdef abcdefgh abcdefghij abcabc admin administrador administrator usuario bienvenido bienvenida bienvenidos
   welcome welcomehome letmein iloveyou teamo tequiero mivida miamor corazon princesa dragon monkey football futbol baseball
   superman batman sunshine panama panamapanama ciudaddepanama costarica puravida sanjose desamparados sanmiguelito municipio
   municipalidad alcaldia gobierno prevencion violencia seguridad articula comite familia jesucristo diosesamor cristo
   changeme cambiame temporal temporalclave prueba pruebas test testing ejemplo default invitado`
    .split(/\s+/)
    .map((word) => squeeze(word)),
);

function squeeze(text: string): string {
  return fold(text).replaceAll(' ', '');
}

/**
 * What is wrong with a password, all at once; nothing when it will do.
 * At least ten characters, not a common one, not made of the person's own name or username, not one character or a row of keys repeated.
 * Nothing is asked of capitals or signs: length serves better.
 * @param own what the password must not be made of: name, username, phone, e-mail
 */
export function passwordProblems(password: string, own: readonly string[], field = 'password'): Problem[] {
  const problems: Problem[] = [];
  const add = (code: string, values?: Problem['values']) =>
    problems.push({ code, field, ...(values ? { values } : {}) });
  const length = Array.from(password).length;
  if (length < passwordLengths.minimum) {
    add('access.password-short', { minimum: passwordLengths.minimum, given: length });
  }
  if (length > passwordLengths.maximum) add('access.password-long', { maximum: passwordLengths.maximum });
  if (isCommon(password)) add('access.password-common');
  if (isOwn(password, own)) add('access.password-own-name');
  return problems;
}

function isCommon(password: string): boolean {
  const plain = squeeze(password);
  const stem = plain.replace(/^\d+|\d+$/g, '');
  return commonStems.has(plain) || commonStems.has(stem) || isRow(plain) || new Set(plain).size < 4;
}

// 1234567890, abcdefghij, 9876543210: each character is the neighbour of the one before.
function isRow(text: string): boolean {
  const steps = Array.from(text)
    .slice(1)
    .map((char, index) => char.charCodeAt(0) - text.charCodeAt(index));
  const goes = (step: number) => steps.every((one) => one === step || one === step * -9);
  return steps.length > 0 && (goes(1) || goes(-1));
}

// A password is made of one's name when little remains once the name's words are taken out.
function isOwn(password: string, own: readonly string[]): boolean {
  const plain = squeeze(password);
  const words = own
    .flatMap((text) => [squeeze(text), ...fold(text).split(' ')])
    .filter((word) => word.length >= 4);
  const rest = words
    .toSorted((one, other) => other.length - one.length)
    .reduce((left, word) => left.replaceAll(word, ''), plain);
  return rest !== plain && rest.replace(/\d/g, '').length < 4;
}
