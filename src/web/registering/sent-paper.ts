/** The paper that came with a form; null where none was chosen. What it is, its content says on the server. */
export async function sentPaper(form: FormData) {
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { fileName: file.name || 'convenio.pdf', bytes, mediaType: 'application/octet-stream' } as const;
}
