import type { TableRefusal } from './refusals.ts';

/** What a file is by its first bytes, whatever its name says. */
export type Content = 'text' | 'zip' | TableRefusal;

const signatures: readonly (readonly [readonly number[], Content])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'zip'],
  [[0x50, 0x4b, 0x05, 0x06], 'table.archive'],
  [[0x50, 0x4b, 0x07, 0x08], 'zip'],
  [[0x25, 0x50, 0x44, 0x46], 'table.pdf'],
  [[0x1f, 0x8b], 'table.archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'table.archive'],
  [[0x52, 0x61, 0x72, 0x21], 'table.archive'],
  [[0x89, 0x50, 0x4e, 0x47], 'table.picture'],
  [[0xff, 0xd8, 0xff], 'table.picture'],
  [[0x47, 0x49, 0x46, 0x38], 'table.picture'],
];
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

export function recogniseContent(bytes: Uint8Array): Content {
  if (bytes.length === 0) return 'table.empty';
  if (startsWith(bytes, compoundFile)) return recogniseCompoundFile(bytes);
  const known = signatures.find(([signature]) => startsWith(bytes, signature));
  if (known) return known[1];
  const opening = new TextDecoder('latin1')
    .decode(bytes.subarray(0, 1024))
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (/^<(!doctype html|html|table|head|body|\?xml|meta)/i.test(opening)) return 'table.web-page';
  return 'text';
}

// Both an old workbook and a modern one under a password come in this container; its directory names what is inside.
function recogniseCompoundFile(bytes: Uint8Array): TableRefusal {
  const holds = (name: string) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(name, 0, 'utf16le');
  return holds('EncryptedPackage') ? 'table.password-protected' : 'table.old-excel';
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** What a zip archive is, by the names of its parts. */
export function recogniseArchive(names: readonly string[]): 'workbook' | TableRefusal {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^xl\/workbook\.bin$/i)) return 'table.binary-excel';
  if (has(/^\[Content_Types\]\.xml$/i))
    return has(/^(word|ppt|visio)\//i) ? 'table.office-document' : 'workbook';
  if (has(/^META-INF\/manifest\.xml$/) && has(/^content\.xml$/)) return 'table.opendocument';
  return 'table.archive';
}
