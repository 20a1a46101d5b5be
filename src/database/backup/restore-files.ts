import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { refuse } from '#domain/operations/refusals.ts';
import { anchorsName, savedFolders } from './format.ts';

const staging = 'restoring-';
const dayLong = 24 * 60 * 60 * 1000;

/** Files of a backup, kept beside until its rows are safe, then moved to where they belong. */
export class StagedFiles {
  readonly dataFolder: string;
  readonly stage: string;
  count = 0;
  private undo: (() => Promise<void>)[] = [];

  constructor(dataFolder: string) {
    this.dataFolder = path.resolve(dataFolder);
    this.stage = path.join(this.dataFolder, `${staging}${randomUUID()}`);
  }

  async add(name: string, body: AsyncIterable<Buffer>): Promise<void> {
    const place = path.join(this.stage, safe(name));
    await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
    await pipeline(body, createWriteStream(place, { flags: 'wx', mode: 0o600, flush: true }));
    if (name.startsWith('files/')) this.count += 1;
  }

  /** Stored files are named by their content: they only add. Anything else that differs is set aside, not overwritten. */
  async moveIntoPlace(stamp: string): Promise<void> {
    const found = await readdir(this.stage, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of found.filter((each) => each.isFile())) {
      const from = path.join(entry.parentPath, entry.name);
      const to = path.join(this.dataFolder, path.relative(this.stage, from));
      await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
      if (path.relative(this.stage, from).startsWith('files')) await rename(from, to);
      else await this.replace(from, to, stamp);
    }
  }

  private async replace(from: string, to: string, stamp: string): Promise<void> {
    const former = await readFile(to).catch(() => null);
    if (former?.equals(await readFile(from))) return;
    const aside = `${to}.before-restore-${stamp}`;
    if (former !== null) await rename(to, aside);
    await rename(from, to);
    this.undo.push(() => (former === null ? rm(to, { force: true }) : rename(aside, to)));
  }

  /** The rows were not restored after all: the secrets and the witness that fit the old ones go back. */
  async takeBack(): Promise<void> {
    for (const step of this.undo.reverse()) await step();
    this.undo = [];
  }

  /** Removes what was kept beside, also by restores that were killed long ago: it holds secrets. */
  async clear(): Promise<void> {
    const names = await readdir(this.dataFolder).catch(() => []);
    for (const name of names.filter((each) => each.startsWith(staging))) {
      const place = path.join(this.dataFolder, name);
      const since = Date.now() - (await stat(place)).mtimeMs;
      if (place === this.stage || since > dayLong) await rm(place, { recursive: true, force: true });
    }
  }
}

function safe(name: string): string {
  if (name === anchorsName) return name;
  const parts = name.split('/');
  const known = savedFolders.some((folder) => folder === parts[0]);
  if (
    !known ||
    parts.length < 2 ||
    parts.some((part) => part === '' || part === '.' || part === '..' || /[\\:\0]/.test(part))
  )
    throw refuse('operations.backup-damaged', { values: { file: '', entry: name } });
  return path.join(...parts);
}
