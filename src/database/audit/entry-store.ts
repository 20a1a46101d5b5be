import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { sayAtTheEnd, sayWhatIsKept } from '#database/transact.ts';

/** A key that opens what an entry holds sealed. Without a person it is the key of the entry's free text. */
export type EntryKey = { readonly id: string; readonly person: string | null; readonly key: Buffer };

/** An entry as it is stored, with the keys of what is sealed in it. */
export type NewEntry = { readonly content: string; readonly keys: readonly EntryKey[] };

// Thousands of entries in one statement would be one very long parameter.
const atOnce = 1000;

/** Appends entries to the chain of their one organisation at the end of the transaction: the chain is locked only while it commits. */
export async function appendEntries(tx: Transaction, entries: readonly NewEntry[]): Promise<void> {
  for (let from = 0; from < entries.length; from += atOnce) {
    const carried = entries.slice(from, from + atOnce).map(({ content, keys }) => ({
      content,
      keys: keys.map(({ id, person, key }) => ({ id, person, key: key.toString('base64') })),
    }));
    await sayAtTheEnd(tx, sql`select audit_append(${JSON.stringify(carried)}::jsonb)`);
  }
}

/** Forgets all personal values of a person; answers how many keys there were. */
export async function erasePersonKeys(tx: Transaction, personId: string): Promise<number> {
  await sayWhatIsKept(tx);
  const result = await sql<{
    erased: number;
  }>`select audit_erase_person(${personId}::uuid) as erased`.execute(tx);
  return result.rows[0]?.erased ?? 0;
}

/** Forgets the free text of all entries about a subject; answers how many keys there were. */
export async function eraseTextKeys(
  tx: Transaction,
  subjectKind: string,
  subjectId: string,
): Promise<number> {
  await sayWhatIsKept(tx);
  const result = await sql<{ erased: number }>`
    select audit_erase_text(${subjectKind}, ${subjectId}) as erased`.execute(tx);
  return result.rows[0]?.erased ?? 0;
}
