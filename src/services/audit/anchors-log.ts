import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Anchor } from '#domain/audit/anchor.ts';

/** Where the anchors are also written, outside the database: one JSON object a line. */
export function anchorsLogPath(dataFolder: string): string {
  return join(dataFolder, 'anchors.log');
}

/** The anchors of the log; null where there is none. A line cut short by a crash is left out. */
export async function readAnchorsLog(dataFolder: string): Promise<Anchor[] | null> {
  let text: string;
  try {
    text = await readFile(anchorsLogPath(dataFolder), 'utf8');
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw problem;
  }
  return text.split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line) as Anchor];
    } catch {
      return [];
    }
  });
}

/** Writes down the anchors that the log lacks at its end. */
export async function extendAnchorsLog(dataFolder: string, anchors: readonly Anchor[]): Promise<void> {
  const logged = new Set((await readAnchorsLog(dataFolder))?.map((anchor) => anchor.hash));
  const lastLogged = anchors.findLastIndex((anchor) => logged.has(anchor.hash));
  const lines = anchors.slice(lastLogged + 1).map((anchor) => `\n${JSON.stringify(anchor)}`);
  if (lines.length === 0) return;
  await mkdir(dataFolder, { recursive: true });
  await appendFile(anchorsLogPath(dataFolder), lines.join(''), { mode: 0o600, flush: true });
}
