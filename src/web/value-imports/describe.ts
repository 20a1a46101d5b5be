import { attempt, type Attempt } from '../api.ts';

/** Sends the file of metadata of a form, where it has one; null where none was chosen. */
export async function describe(
  context: Parameters<typeof attempt>[0],
  form: FormData,
  at: { readonly importId: string; readonly version: number },
): Promise<Attempt<'describeValueImport'> | null> {
  const chosen = form.get('metadata');
  if (!(chosen instanceof File) || chosen.size === 0) return null;
  const bytes = new Uint8Array(await chosen.arrayBuffer());
  const fileName = (chosen.name || 'metadata.json').slice(-200);
  return attempt(context, 'describeValueImport', { ...at, fileName, bytes, mediaType: 'application/json' });
}
