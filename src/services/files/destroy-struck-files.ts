import { rm } from 'node:fs/promises';
import { forgetStruckFile, isFileNamed, listFilesToDestroy } from '#database/files/file-store.ts';
import type { Context } from '../context.ts';
import { keptPath } from './keep-file.ts';

/**
 * Destroys the bytes that orders said to destroy; what another agreement keeps too stays there, for no order about this one
 * reaches that. Done after the order is written down and again every hour, so that a halt in between leaves nothing behind.
 */
export async function destroyStruckFiles(context: Context): Promise<void> {
  const { owner } = context.database;
  for (const file of await owner.transaction().execute(listFilesToDestroy)) {
    await owner.transaction().execute(async (tx) => {
      await forgetStruckFile(tx, file.id);
      for (const sha256 of file.struck_sha256) {
        if (await isFileNamed(tx, sha256)) continue;
        await rm(keptPath(context.installation, sha256), { force: true });
      }
    });
  }
}
