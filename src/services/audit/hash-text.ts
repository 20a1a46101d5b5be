import { createHash } from 'node:crypto';

/** SHA-256 of the text's UTF-8 bytes, hex: the hash of chains and anchors. */
export function hashText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
