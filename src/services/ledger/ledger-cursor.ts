import type { LedgerCursor } from '#database/ledger/ledger-views.ts';
import { isDay } from '#domain/shared/dates.ts';
import { refuse } from '#domain/shared/refusals.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function writeLedgerCursor(last: { readonly due_on: string; readonly id: string }): string {
  return Buffer.from(JSON.stringify([last.due_on, last.id])).toString('base64url');
}

/** @throws Refusal when the text is no cursor of ours */
export function readLedgerCursor(text: string | undefined): LedgerCursor | null {
  if (text === undefined) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (Array.isArray(parts)) {
      const [day, id] = parts as unknown[];
      if (typeof day === 'string' && isDay(day) && typeof id === 'string' && uuid.test(id))
        return { day, id };
    }
  } catch {
    // Not ours: refused below like any other text.
  }
  throw refuse('shared.invalid', { problems: [{ code: 'request.invalid-value', field: 'after' }] });
}
