import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A mark of everything in some folders of the packs and of the version that loads them: the same mark, nothing new to load. */
export async function markOfPacks(
  packs: string,
  folders: readonly string[],
  version: string,
): Promise<string> {
  const hash = createHash('sha256').update(version);
  for (const name of folders) {
    const folder = join(packs, name);
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    for (const file of files.toSorted())
      hash.update(`\0${file.slice(packs.length)}\0`).update(await readFile(file));
  }
  return hash.digest('hex');
}
