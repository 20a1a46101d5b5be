import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { canonicalText } from '#domain/audit/canonical.ts';

const nonceBytes = 12;
const tagBytes = 16;

/** A new AES-256 key. */
export function newSealingKey(): Buffer {
  return randomBytes(32);
}

/** AES-256-GCM over the value's canonical text; nonce, tag and cipher together, base64. `label` binds it to its place. */
export function sealValue(key: Uint8Array, label: string, value: unknown): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(label));
  const sealed = Buffer.concat([cipher.update(canonicalText(value), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

/**
 * The value again.
 * @throws {Error} when key, label or cipher are not those of the sealing
 */
export function unsealValue(key: Uint8Array, label: string, text: string): unknown {
  const bytes = Buffer.from(text, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  })
    .setAAD(Buffer.from(label))
    .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  return JSON.parse(
    decipher.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8'),
  );
}
