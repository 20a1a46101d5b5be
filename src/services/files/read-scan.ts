import { fileTypeFromBuffer } from 'file-type';
import { refuse } from '#domain/agreements/life-refusals.ts';

/** What a scan may be, found by its content and never by its name. */
const accepted = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type ScanType = (typeof accepted)[number];

export type Scan = {
  readonly bytes: Uint8Array;
  readonly original: Uint8Array;
  readonly mediaType: ScanType;
};

/**
 * Looks at what was uploaded. Of a picture only the picture is kept: where and with what it was taken goes.
 * @throws Refusal `agreement-life.file-not-accepted`
 */
export async function readScan(original: Uint8Array, types: readonly ScanType[] = accepted): Promise<Scan> {
  const found = await fileTypeFromBuffer(original);
  const mediaType = types.find((type) => type === found?.mime);
  if (!mediaType) throw notAccepted();
  if (mediaType === 'application/pdf') {
    if (isLocked(original)) throw notAccepted();
    return { bytes: original, original, mediaType };
  }
  return { bytes: await pictureAlone(original, mediaType), original, mediaType };
}

async function pictureAlone(
  original: Uint8Array,
  mediaType: 'image/jpeg' | 'image/png',
): Promise<Uint8Array> {
  // Loaded by the first picture: it holds 20 MB.
  const { default: sharp } = await import('sharp');
  try {
    const picture = sharp(original, { failOn: 'error', limitInputPixels: 100_000_000 }).rotate();
    return await (mediaType === 'image/jpeg' ? picture.jpeg({ quality: 88 }) : picture.png()).toBuffer();
  } catch {
    throw notAccepted();
  }
}

// A PDF under a password cannot be read by the second person who has to compare it.
function isLocked(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).includes('/Encrypt');
}

function notAccepted() {
  return refuse('agreement-life.file-not-accepted', {
    field: 'file',
    values: { accepted: 'PDF, JPEG, PNG' },
  });
}
