import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { Unzip, UnzipInflate } from 'fflate';
import { refuse as refuseTable } from '../tables/refusals.ts';

export type Packing = 'none' | 'gzip' | 'zip';

/** Of a packed file, once unpacked; more is taken for a bomb. */
const mostUnpackedBytes = 4 * 1024 ** 3;
/** No list of figures repeats itself so much that it packs better than this; zeros do. */
const mostPacking = 200;
const leastAllowed = 512 * 1024;

/** How a file of values is packed, by its first bytes: as it is, with gzip, or the one file of a zip archive that DHIS2 writes. */
export function packingOf(opening: Uint8Array): Packing {
  if (opening[0] === 0x1f && opening[1] === 0x8b) return 'gzip';
  const isZip = opening[0] === 0x50 && opening[1] === 0x4b && opening[2] === 3 && opening[3] === 4;
  return isZip && /\.(json|xml|csv)$/i.test(firstName(opening)) && !/[[/]/.test(firstName(opening))
    ? 'zip'
    : 'none';
}

function firstName(bytes: Uint8Array): string {
  const length = (bytes[26] ?? 0) + (bytes[27] ?? 0) * 256;
  return new TextDecoder('latin1').decode(bytes.subarray(30, 30 + length));
}

/**
 * The bytes of a file, unpacked, piece by piece.
 * @throws {Refusal} `table.unpacks-too-large` for a bomb, `table.unreadable` for a packing that is broken
 */
export async function* unpackedBytes(path: string, packing: Packing): AsyncGenerator<Uint8Array> {
  const { size } = await stat(path);
  const most =
    packing === 'none' ? Infinity : Math.min(mostUnpackedBytes, Math.max(leastAllowed, size * mostPacking));
  let seen = 0;
  for await (const piece of pieces(path, packing)) {
    seen += piece.length;
    if (seen > most) throw refuseTable('table.unpacks-too-large');
    yield piece;
  }
}

/** The first bytes of a file that is read piece by piece. */
export async function beginningOf(pieces: AsyncIterable<Uint8Array>, count: number): Promise<Buffer> {
  const kept: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    kept.push(piece);
    size += piece.length;
    if (size >= count) break;
  }
  return Buffer.concat(kept).subarray(0, count);
}

function pieces(path: string, packing: Packing): AsyncIterable<Uint8Array> {
  if (packing === 'zip') return fromArchive(path);
  return packing === 'gzip' ? fromGzip(path) : fromFile(path);
}

async function* fromFile(path: string): AsyncGenerator<Uint8Array> {
  const file = createReadStream(path, { highWaterMark: 1 << 18 });
  try {
    for await (const piece of file) yield piece as Buffer;
  } finally {
    file.destroy();
  }
}

async function* fromGzip(path: string): AsyncGenerator<Uint8Array> {
  const file = createReadStream(path, { highWaterMark: 1 << 16 });
  const unpacked = file.pipe(createGunzip());
  file.on('error', (problem) => unpacked.destroy(problem));
  try {
    for await (const piece of unpacked) yield piece as Buffer;
  } catch (problem) {
    if ((problem as { code?: string }).code?.startsWith('Z_')) throw refuseTable('table.unreadable');
    throw problem;
  } finally {
    file.destroy();
    unpacked.destroy();
  }
}

// Only the first file of the archive: what DHIS2 writes holds no other.
async function* fromArchive(path: string): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const state = { isFirst: true, isOver: false };
  const unzip = new Unzip((file) => {
    if (!state.isFirst) return;
    state.isFirst = false;
    file.ondata = (problem, piece, final) => {
      if (problem) throw refuseTable('table.unreadable');
      ready.push(piece);
      state.isOver ||= final;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for await (const piece of fromFile(path)) {
    // Small bites, so that a bomb is noticed before it has unpacked far.
    for (let at = 0; at < piece.length && !state.isOver; at += 4096) {
      push(unzip, piece.subarray(at, at + 4096));
      yield* ready.splice(0);
    }
    if (state.isOver) return;
  }
  push(unzip, new Uint8Array(0), true);
  yield* ready.splice(0);
  if (state.isFirst || !state.isOver) throw refuseTable('table.unreadable');
}

function push(unzip: Unzip, piece: Uint8Array, isLast = false): void {
  try {
    unzip.push(piece, isLast);
  } catch {
    throw refuseTable('table.unreadable');
  }
}
