import { readServerRecord } from './earlier-server.ts';
import { owner, readPassword } from './initialise.ts';
import { isRunning } from './process-identity.ts';

/** The address of the server that another process of ours keeps running on a folder, or null where there is none. */
export function findRunning(folder: string): string | null {
  const record = readServerRecord(folder);
  if (!record || !isRunning(record)) return null;
  return `postgres://${owner}:${readPassword(folder)}@127.0.0.1:${record.port}/articula`;
}
