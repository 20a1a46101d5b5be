import type { EntryCursor, EntryRow } from '#database/audit/entry-views.ts';
import { refuse } from '#domain/shared/refusals.ts';

/** The address of the page after an entry. */
export function cursorAfter(row: EntryRow | undefined): string | null {
  if (!row) return null;
  const { at } = JSON.parse(row.content) as { at: number };
  return Buffer.from(JSON.stringify([at, row.chain, Number(row.seq)])).toString('base64url');
}

/**
 * Reads it again.
 * @throws {Refusal} shared.invalid when it was not made here
 */
export function readCursor(text: string | undefined): EntryCursor | null {
  if (text === undefined) return null;
  try {
    const [at, chain, seq] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown[];
    if (
      Number.isSafeInteger(at) &&
      typeof chain === 'string' &&
      /^[\w-]{1,40}$/.test(chain) &&
      Number.isSafeInteger(seq)
    ) {
      return { at: at as number, chain, seq: seq as number };
    }
  } catch {
    // Falls through: whatever is wrong with it, it is no address of a page.
  }
  throw refuse('shared.invalid', { field: 'after' });
}
