import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { insertAttachedFile, type AttachedFile } from '#database/files/file-store.ts';
import type { Context, Installation, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';

/** A file to be kept, its content already looked at. */
export type FileToKeep = {
  readonly bytes: Uint8Array;
  /** What was sent, before anything was taken out of it. */
  readonly original?: Uint8Array;
  readonly mediaType: string;
  readonly name: string;
  readonly territoryId: number;
  readonly agreementId: string | null;
  readonly subjectKind:
    'agreement' | 'approval' | 'gate' | 'signature' | 'evidence' | 'session' | 'registered' | 'plan';
  readonly subjectId: string;
  readonly visibility: 'private' | 'parties' | 'public';
  readonly parties: readonly string[];
  readonly partyTerritories: readonly number[];
  readonly containsPersonal?: boolean;
  readonly containsMinors?: boolean;
};

/**
 * Keeps a file: its bytes in the data folder under their hash, its row in the transaction. Bytes without a row, left by a
 * transaction that was taken back, harm nobody; a row without bytes cannot be.
 */
export async function keepFile(tx: Transaction, context: Context, file: FileToKeep): Promise<string> {
  const sha256 = hashOfBytes(file.bytes);
  await writeBytes(context.installation, sha256, file.bytes);
  const id = newId();
  await insertAttachedFile(tx, {
    id,
    territory_id: file.territoryId,
    sha256,
    original_sha256: hashOfBytes(file.original ?? file.bytes),
    name: cleanName(file.name),
    media_type: file.mediaType,
    bytes: String(file.bytes.length),
    agreement_id: file.agreementId,
    subject_kind: file.subjectKind,
    subject_id: file.subjectId,
    visibility: file.visibility,
    contains_personal: file.containsPersonal ?? false,
    contains_minors: file.containsMinors ?? false,
    account_id: context.actor.kind === 'account' ? context.actor.accountId : null,
    parties: [...file.parties],
    party_territories: [...file.partyTerritories],
  });
  return id;
}

/** The bytes of a file that the caller was allowed to see. */
export async function readKeptFile(
  installation: Pick<Installation, 'dataFolder'>,
  file: Pick<AttachedFile, 'sha256'>,
): Promise<Uint8Array> {
  return readFile(pathOf(installation, file.sha256));
}

export function hashOfBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Keeps bytes that no row of the files' table tells of: what an import reads again later. @returns their hash */
export async function keepBytes(installation: Installation, bytes: Uint8Array): Promise<string> {
  const sha256 = hashOfBytes(bytes);
  await writeBytes(installation, sha256, bytes);
  return sha256;
}

/** Where kept bytes lie. */
export function keptPath(installation: Pick<Installation, 'dataFolder'>, sha256: string): string {
  return pathOf(installation, sha256);
}

// Written beside and renamed, so that nobody ever reads half a file.
async function writeBytes(installation: Installation, sha256: string, bytes: Uint8Array): Promise<void> {
  const path = pathOf(installation, sha256);
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.${newId()}`;
  await writeFile(beside, bytes);
  await rename(beside, path);
}

function pathOf({ dataFolder }: Pick<Installation, 'dataFolder'>, sha256: string): string {
  return join(dataFolder, 'files', sha256.slice(0, 2), sha256);
}

// A name is shown and offered again; it never leads anywhere.
function cleanName(name: string): string {
  const last = name.split(/[\\/]/).at(-1)?.trim() ?? '';
  return last === '' ? 'archivo' : last.slice(0, 200);
}
