import { textOf } from '../api.ts';

/** The largest table of people that is read. */
export const maximumTable = 5_242_880;

export const channels = ['print', 'link', 'text', 'mail'] as const;
export type Channel = (typeof channels)[number];

/** Where municipalities are looked for, and how the invitations travel. */
export function askedOf(form: FormData): { country: string; channel: Channel } {
  const channel = channels.find((one) => one === textOf(form, 'channel')) ?? 'print';
  return { country: textOf(form, 'country'), channel };
}

/** The table: as it was chosen, or as it came back from the page on which it was looked at. */
export async function fileOf(form: FormData): Promise<{ bytes: Uint8Array; mediaType: string }> {
  const file = form.get('file');
  if (file instanceof File) {
    const isText = /\.csv$/i.test(file.name);
    return {
      bytes: new Uint8Array(await file.arrayBuffer()),
      mediaType: isText ? 'text/csv' : 'application/octet-stream',
    };
  }
  return {
    bytes: new Uint8Array(Buffer.from(textOf(form, 'kept'), 'base64')),
    mediaType: textOf(form, 'kind'),
  };
}
