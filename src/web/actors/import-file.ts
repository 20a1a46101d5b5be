import { textOf } from '../api.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' as const;

// Larger ones are chosen again: a page should not carry a file back and forth on a slow line.
const maximumCarried = 1_000_000;

/** The file of a form: the one chosen now, or the one that came with the preview. */
export async function sentFile(form: FormData) {
  const chosen = form.get('file');
  if (chosen instanceof File && chosen.size > 0) {
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    return { fileName: chosen.name || 'archivo', bytes, mediaType: mediaTypeOf(chosen.name) };
  }
  const fileName = textOf(form, 'fileName') || 'archivo';
  const bytes = new Uint8Array(Buffer.from(textOf(form, 'carried'), 'base64'));
  return { fileName, bytes, mediaType: mediaTypeOf(fileName) };
}

/** A small file travels with its preview, so that it need not be chosen twice. */
export function carriedFile(bytes: Uint8Array): string | null {
  return bytes.length > maximumCarried ? null : Buffer.from(bytes).toString('base64');
}

function mediaTypeOf(fileName: string): 'text/csv' | typeof xlsx {
  return fileName.toLowerCase().endsWith('.csv') ? 'text/csv' : xlsx;
}
