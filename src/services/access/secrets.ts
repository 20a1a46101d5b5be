import { createHash, randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** A new secret of 256 bits, for cookies, links and tokens. Only its hash is kept. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Secrets are random, so that a plain hash finds them again and gives nothing away. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

// What people choose or copy by hand is hashed slowly. 19 MiB and two passes are the least that OWASP recommends of argon2id, which is
// what this library makes unless told otherwise.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A password or hand-copied code as it is kept. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost);
}

let nobodysHash: Promise<string> | undefined;

/** Whether a password is the one that was hashed. Where there is none it takes as long, and is not. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  nobodysHash ??= hashPassword(newSecret());
  const matches = await verify(kept ?? (await nobodysHash), password.normalize('NFKC'));
  return kept !== null && matches;
}

// Without letters and digits that look alike on paper or sound alike on the phone.
const codeAlphabet = 'ACDEFGHJKMNPQRTUVWXY34679';

/** A code to be copied by hand, 46 bits: `KXM4-7RTA-9C`. */
export function newCode(): string {
  const letters = Array.from({ length: 10 }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join('');
  return [letters.slice(0, 4), letters.slice(4, 8), letters.slice(8)].join('-');
}

/** A code as it was meant, however it was typed. */
export function readCode(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
