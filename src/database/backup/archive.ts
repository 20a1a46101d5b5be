import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract, type Pack } from 'tar-stream';
import { refuse } from '#domain/operations/refusals.ts';
import { Refusal } from '#domain/shared/refusal.ts';
import { checksumsName, formatNumber, headName, type Checksums, type Head } from './format.ts';

type Sum = { readonly bytes: number; readonly sha256: string };

/** Adds one entry whose size is known, at the pace of whoever reads the archive. */
export async function addEntry(
  pack: Pack,
  name: string,
  size: number,
  content: AsyncIterable<Buffer>,
): Promise<Sum> {
  const hash = createHash('sha256');
  const written = Promise.withResolvers<void>();
  const sink = pack.entry({ name, size, mode: 0o600 }, (problem) => {
    if (problem) written.reject(problem);
    else written.resolve();
  });
  async function* measured() {
    for await (const chunk of content) {
      hash.update(chunk);
      yield chunk;
    }
  }
  await Promise.all([pipeline(measured, sink), written.promise]);
  return { bytes: size, sha256: hash.digest('hex') };
}

export async function* only(chunk: Buffer): AsyncGenerator<Buffer> {
  yield chunk;
}

export type Entry = { readonly name: string; readonly body: AsyncIterable<Buffer> };

/** The entries of a backup in their order. Each body has to be read to its end before the next entry comes. */
export async function* readEntries(file: string): AsyncGenerator<Entry> {
  const entries = extract();
  const fed = pipeline(createReadStream(file), createGunzip(), entries);
  // The loop below meets the same problem; this only keeps it from being reported twice.
  fed.catch(() => undefined);
  let count = 0;
  try {
    for await (const entry of entries) {
      count += 1;
      yield { name: entry.header.name, body: readBody(entry, file) };
    }
    await fed;
  } catch (problem) {
    throw asBackupProblem(problem, file, count);
  }
}

async function* readBody(entry: Readable, file: string): AsyncGenerator<Buffer> {
  try {
    yield* entry;
  } catch (problem) {
    throw asBackupProblem(problem, file, 1);
  }
}

const cutOff = 'Z_BUF_ERROR';
const harmedTar =
  /Unexpected end of data|Invalid tar header|Premature close|Writable stream closed prematurely/i;

function asBackupProblem(problem: unknown, file: string, entries: number): unknown {
  if (problem instanceof Refusal) return problem;
  const { code = '', message } = problem as NodeJS.ErrnoException;
  const values = { file };
  if (['ENOENT', 'EISDIR', 'EACCES'].includes(code)) return refuse('operations.backup-not-found', { values });
  if (!code.startsWith('Z_') && !harmedTar.test(message)) return problem;
  if (entries === 0 && code !== cutOff) return refuse('operations.backup-unknown-format', { values });
  return refuse('operations.backup-damaged', { values });
}

async function readText(body: AsyncIterable<Buffer>): Promise<{ text: string; sum: Sum }> {
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk);
  const whole = Buffer.concat(chunks);
  return {
    text: whole.toString('utf8'),
    sum: { bytes: whole.length, sha256: createHash('sha256').update(whole).digest('hex') },
  };
}

async function sumOf(body: AsyncIterable<Buffer>): Promise<Sum> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of body) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

export type Verified = { readonly head: Head; readonly checksums: Checksums };

/**
 * Reads a backup from beginning to end and holds every entry against its checksum, before anybody relies on it.
 * @throws {Refusal} when it is no backup, was cut off or was altered, naming the entry at fault
 */
export async function verifyBackup(file: string): Promise<Verified> {
  const sums = new Map<string, Sum>();
  let head: Head | null = null;
  let checksums: Checksums | null = null;
  for await (const { name, body } of readEntries(file)) {
    if (checksums !== null || sums.has(name)) throw damaged(file, name);
    if (head === null && name !== headName)
      throw refuse('operations.backup-unknown-format', { values: { file } });
    if (name === checksumsName) {
      checksums = parse((await readText(body)).text, file, name) as Checksums;
    } else if (name === headName) {
      const { text, sum } = await readText(body);
      head = parse(text, file, name) as Head;
      sums.set(name, sum);
      if (head.format !== formatNumber)
        throw refuse('operations.backup-of-newer-version', { values: { file } });
    } else sums.set(name, await sumOf(body));
  }
  if (head === null) throw refuse('operations.backup-unknown-format', { values: { file } });
  if (checksums === null) throw damaged(file, checksumsName);
  compareSums(checksums, sums, file);
  return { head, checksums };
}

function compareSums(checksums: Checksums, sums: ReadonlyMap<string, Sum>, file: string): void {
  for (const [name, sum] of Object.entries(checksums.entries)) {
    const found = sums.get(name);
    if (found?.bytes !== sum.bytes || found.sha256 !== sum.sha256) throw damaged(file, name);
  }
  for (const name of sums.keys()) if (!(name in checksums.entries)) throw damaged(file, name);
}

const damaged = (file: string, entry: string) =>
  refuse('operations.backup-damaged', { values: { file, entry } });

function parse(text: string, file: string, entry: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw damaged(file, entry);
  }
}
