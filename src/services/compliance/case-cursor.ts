import type { CaseCursor } from '#database/compliance/case-views.ts';
import { refuse } from '#domain/shared/refusals.ts';

const id = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{1,10})$/;
const key = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{1,10}|\d{4}-\d{2}-\d{2})$/;

export function writeCaseCursor(last: CaseCursor): string {
  return Buffer.from(JSON.stringify([last.key, last.id])).toString('base64url');
}

/** @throws Refusal when the text is no cursor of ours */
export function readCaseCursor(text: string | undefined): CaseCursor | null {
  if (text === undefined) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (Array.isArray(parts)) {
      const [atKey, atId] = parts as unknown[];
      if (typeof atKey === 'string' && key.test(atKey) && typeof atId === 'string' && id.test(atId))
        return { key: atKey, id: atId };
    }
  } catch {
    // Not ours: refused below like any other text.
  }
  throw refuse('shared.invalid', { problems: [{ code: 'request.invalid-value', field: 'after' }] });
}
