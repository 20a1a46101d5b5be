import { gunzipSync } from 'node:zlib';
import { refuse } from '#domain/territories/boundary-refusals.ts';

/** Largest text read, after unpacking. A national layer of the smallest units is about 10 MB. */
export const maximumTextBytes = 64 * 1_048_576;

export type DecodedText = { readonly text: string; readonly encoding: 'utf-8' | 'utf-16' | 'windows-1252' };

const otherFormats: readonly { readonly name: string; readonly bytes: readonly number[] }[] = [
  { name: 'ZIP', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { name: 'Shapefile', bytes: [0x00, 0x00, 0x27, 0x0a] },
  { name: 'GeoPackage', bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65] },
  { name: 'PDF', bytes: [0x25, 0x50, 0x44, 0x46] },
  { name: 'KML, GML', bytes: [0x3c] },
];

const startsWith = (bytes: Uint8Array, start: readonly number[]) =>
  start.every((byte, index) => bytes[index] === byte);

/** The text of a file as it was sent: unpacked if it was compressed, whatever its encoding. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length === 0) throw refuse('boundaries.empty');
  const plain = startsWith(bytes, [0x1f, 0x8b]) ? unpack(bytes) : bytes;
  if (plain.length > maximumTextBytes) throw tooLarge();
  const other = otherFormats.find((format) => startsWith(plain, format.bytes));
  if (other) throw refuse('boundaries.not-json', { values: { format: other.name } });
  if (startsWith(plain, [0xff, 0xfe]))
    return { text: new TextDecoder('utf-16le').decode(plain), encoding: 'utf-16' };
  if (startsWith(plain, [0xfe, 0xff]))
    return { text: new TextDecoder('utf-16be').decode(plain), encoding: 'utf-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(plain), encoding: 'utf-8' };
  } catch {
    // What desktop programs of the region write when they do not write UTF-8.
    return { text: new TextDecoder('windows-1252').decode(plain), encoding: 'windows-1252' };
  }
}

function unpack(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: maximumTextBytes });
  } catch (fault) {
    if (fault instanceof RangeError) throw tooLarge();
    throw refuse('boundaries.broken-compression');
  }
}

const tooLarge = () =>
  refuse('boundaries.too-large', { values: { limit: maximumTextBytes / 1_048_576, unit: 'MB' } });
