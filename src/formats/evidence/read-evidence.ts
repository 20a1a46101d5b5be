import { fileTypeFromBuffer } from 'file-type';
import { refuse } from '#domain/commitments/refusals.ts';

/** The most that one file of evidence may weigh. */
export const maximumEvidenceBytes = 25_000_000;
const maximumPixels = 60_000_000;
const longestSide = 2400;

const documents = new Set([
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
]);
const pictures = ['image/jpeg', 'image/png', 'image/webp'] as const;
type Picture = (typeof pictures)[number];

/** A file of evidence as it is kept. */
export type EvidenceFile = { readonly bytes: Uint8Array; readonly mediaType: string };

/**
 * Looks at what was handed in, by its content and never by its name. Of a picture only the picture is kept: turned upright,
 * without where and with what it was taken.
 * @throws Refusal `commitments.file-…`, saying what to do
 */
export async function readEvidence(bytes: Uint8Array, name: string): Promise<EvidenceFile> {
  if (bytes.length === 0) throw refuse('commitments.file-empty', { field: 'file' });
  if (bytes.length > maximumEvidenceBytes) throw tooLarge();
  const found = await fileTypeFromBuffer(bytes);
  if (!found) return readText(bytes, name);
  const picture = pictures.find((type) => type === found.mime);
  if (picture) return { bytes: await pictureAlone(bytes, picture), mediaType: picture };
  if (!documents.has(found.mime)) throw notAccepted(found.mime);
  if (found.mime === 'application/pdf' && isLocked(bytes)) {
    throw refuse('commitments.file-locked', { field: 'file' });
  }
  return { bytes, mediaType: found.mime };
}

function tooLarge() {
  return refuse('commitments.file-too-large', {
    field: 'file',
    values: { megabytes: maximumEvidenceBytes / 1_000_000 },
  });
}

function notAccepted(mime: string) {
  if (/^image\/hei[cf]/.test(mime)) return refuse('commitments.file-heic', { field: 'file' });
  if (mime.startsWith('video/') || mime === 'application/mp4') {
    return refuse('commitments.file-video', {
      field: 'file',
      values: { megabytes: maximumEvidenceBytes / 1_000_000 },
    });
  }
  if (mime.startsWith('audio/') || mime.startsWith('application/ogg')) {
    return refuse('commitments.file-audio', { field: 'file' });
  }
  // An office document under a password is a container that only its program opens.
  if (mime === 'application/x-cfb') return refuse('commitments.file-locked', { field: 'file' });
  return refuse('commitments.file-kind', { field: 'file' });
}

/** Text has no mark of its own: it is what can be read as such, and no page that a browser would run. */
function readText(bytes: Uint8Array, name: string): EvidenceFile {
  const text = new TextDecoder('utf-8', { fatal: false }).decode(bytes.subarray(0, 4096));
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text) || /^\s*<(!doctype|html|svg|\?xml|script)/i.test(text)) {
    throw refuse('commitments.file-kind', { field: 'file' });
  }
  return { bytes, mediaType: /\.csv$/i.test(name) ? 'text/csv' : 'text/plain' };
}

// A PDF names its encryption in its trailer, which is never encrypted itself.
function isLocked(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('/Encrypt');
}

async function pictureAlone(bytes: Uint8Array, type: Picture): Promise<Uint8Array> {
  // Loaded by the first picture: it holds 20 MB.
  const { default: sharp } = await import('sharp');
  try {
    const picture = sharp(bytes, { failOn: 'error', limitInputPixels: maximumPixels })
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true });
    switch (type) {
      case 'image/jpeg':
        return await picture.jpeg({ quality: 82 }).toBuffer();
      case 'image/png':
        return await picture.png().toBuffer();
      default:
        return await picture.webp({ quality: 82 }).toBuffer();
    }
  } catch (fault) {
    if (String(fault).includes('pixel limit')) throw tooLarge();
    throw refuse('commitments.file-damaged', { field: 'file' });
  }
}
