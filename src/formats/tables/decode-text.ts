import iconv from 'iconv-lite';
import type { TextEncodingName } from './reading.ts';
import { refuse } from './refusals.ts';

/**
 * Bytes of a text file as text, with the encoding found: a byte order mark first, then UTF-16 by its zeros, then UTF-8 if
 * every byte fits, else Windows-1252, which Excel writes in Spanish-speaking offices.
 * @throws {Refusal} table.not-text
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncodingName } {
  const encoding = findEncoding(bytes);
  const text =
    encoding === 'utf-8'
      ? new TextDecoder('utf-8').decode(bytes)
      : iconv.decode(Buffer.from(bytes), encoding);
  if (text.includes('\0')) throw refuse('table.not-text');
  return { text: text.replace(/^\uFEFF/, ''), encoding };
}

function findEncoding(bytes: Uint8Array): TextEncodingName {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const sample = bytes.subarray(0, 2000);
  for (let index = 0; index < sample.length; index += 1) {
    if (sample[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  // Latin text in UTF-16 is every second byte zero; a stray zero elsewhere is a binary file.
  if (odd > sample.length * 0.3 && even === 0) return 'utf-16le';
  if (even > sample.length * 0.3 && odd === 0) return 'utf-16be';
  if (even + odd > 0) throw refuse('table.not-text');
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
