import { generateSecret, generateURI, verifySync } from 'otplib';
import { renderSVG } from 'uqr';
import type { Installation } from '../context.ts';
import { sealValue, unsealValue } from '../audit/seal.ts';

const period = 30;

/** A new key for an authenticator, as base32. */
export function newTotpKey(): string {
  return generateSecret();
}

/** The address that an authenticator reads from a QR. */
export function totpAddress(key: string, username: string, issuer: string): string {
  return generateURI({ issuer, label: username, secret: key });
}

/** A QR as a picture that stands by itself. */
export function qrPicture(text: string): string {
  return renderSVG(text, { ecc: 'M', border: 2 });
}

/**
 * The step of time in which a code is right; null when it is wrong or was used already.
 * A clock may be half a minute wrong to either side.
 */
export function stepOfCode(key: string, code: string, now: Date, lastStep: number | null): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const result = verifySync({
    secret: key,
    token: code,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: period,
  });
  if (!result.valid) return null;
  const step = Math.floor(now.getTime() / 1000 / period) + (result.delta ?? 0);
  return lastStep !== null && step <= lastStep ? null : step;
}

/** The key as the database holds it, bound to its account. */
export function sealTotpKey(installation: Installation, accountId: string, key: string): Buffer {
  return Buffer.from(sealValue(installation.sealKey, `totp.${accountId}`, key), 'base64');
}

export function unsealTotpKey(installation: Installation, accountId: string, sealed: Buffer): string {
  return String(unsealValue(installation.sealKey, `totp.${accountId}`, sealed.toString('base64')));
}
