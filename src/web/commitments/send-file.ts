import { attempt, textOf, type Refused, type attempt as Attempt } from '../api.ts';

type Sent =
  | { readonly ok: true; readonly fileId: string | null; readonly fileName: string | null }
  | { readonly ok: false; readonly refused: Refused };

/** Sends the file of a form, if there is one; else the one that arrived with an earlier sending of it. */
export async function sendFile(
  context: Parameters<typeof Attempt>[0],
  instanceId: string,
  form: FormData,
): Promise<Sent> {
  const file = form.get('file');
  if (!(file instanceof File) || file.name === '') {
    const fileId = textOf(form, 'sentFileId');
    return { ok: true, fileId: fileId || null, fileName: textOf(form, 'sentFileName') || null };
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const sent = await attempt(context, 'uploadEvidenceFile', {
    instanceId,
    fileName: file.name.slice(-200),
    bytes,
    mediaType: 'application/octet-stream',
  });
  if (!sent.ok) return sent;
  return { ok: true, fileId: sent.answer.fileId, fileName: file.name };
}
