import { fold } from '#domain/shared/fold.ts';

const usernamePattern = /^[a-z0-9][a-z0-9._-]{2,60}$/;

/** Whether text can be a username: three or more small letters, digits, points, dashes. */
export function isUsername(text: string): boolean {
  return usernamePattern.test(text);
}

/** What somebody typed to sign in with. `phone-ending` is a phone without its country. */
export type SignInName = {
  readonly kind: 'username' | 'phone' | 'phone-ending' | 'email';
  readonly value: string;
};

/**
 * Reads a name as people type it: username in any case, an e-mail address, or a phone with spaces and dashes.
 * What may be either a username or a phone is both.
 * @example readSignInName('6612-3456') // => username '6612-3456' or the phone that ends in 66123456
 */
export function readSignInName(text: string): SignInName[] {
  const typed = text.trim().toLowerCase();
  if (typed.includes('@')) return [{ kind: 'email', value: typed }];
  const phone = readPhoneName(typed);
  return [
    ...(isUsername(typed) ? [{ kind: 'username' as const, value: typed }] : []),
    ...(phone ? [phone] : []),
  ];
}

function readPhoneName(typed: string): SignInName | null {
  const whole = readPhone(typed, null);
  if (whole) return { kind: 'phone', value: whole };
  const digits = typed.replace(/\D/g, '');
  return looksLikePhone(typed) && digits.length >= 7 && digits.length <= 15
    ? { kind: 'phone-ending', value: digits }
    : null;
}

function looksLikePhone(text: string): boolean {
  return /^[+\d][\d\s().-]*$/.test(text);
}

/**
 * A phone as it is kept: `+50766123456`. Null when it is none.
 * @param prefix the country's (`+507`), for numbers written without one; null where it is not known
 */
export function readPhone(text: string, prefix: string | null): string | null {
  const typed = text.trim();
  if (!looksLikePhone(typed)) return null;
  const digits = typed.replace(/\D/g, '');
  const international = typed.startsWith('+') ? digits : typed.startsWith('00') ? digits.slice(2) : null;
  const whole =
    international === null ? (prefix === null ? null : `${prefix}${digits}`) : `+${international}`;
  return whole !== null && /^\+[0-9]{7,15}$/.test(whole) ? whole : null;
}

/** An e-mail address as it is kept, in small letters. Null when it is none. */
export function readEmail(text: string): string | null {
  const address = text.trim().toLowerCase();
  return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address) && address.length <= 200 ? address : null;
}

/**
 * A username made from a name, free among those taken.
 * @example suggestUsername('María José Ñurinda', new Set()) // => 'maria.nurinda'
 */
export function suggestUsername(name: string, taken: ReadonlySet<string>): string {
  const words = fold(name)
    .replace(/[^a-z0-9 ]/g, '')
    .split(' ')
    .filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  const stem = ends.join('.').slice(0, 50) || 'persona';
  const base = isUsername(stem) ? stem : `${stem}.persona`;
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? base : `${base}${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}
