import type { Database } from '#database/connection.ts';
import { readSetting, writeSetting } from '#database/operations/setting-store.ts';
import type { Installation } from '#services/context.ts';

/** Whether the data folder holds a demonstration or a real installation; a folder without either is a demonstration to be. */
export async function readMode(database: Database): Promise<Installation['mode']> {
  return (await readSetting(database, 'mode').catch(() => null)) === 'real' ? 'real' : 'demo';
}

export async function keepMode(database: Database, mode: Installation['mode']): Promise<void> {
  await writeSetting(database, 'mode', mode);
}
