import { refuse } from '#domain/shared/refusals.ts';

/** Where a list in order of name goes on: after this name, and after this id among those of the same name. */
export type NameCursor = { readonly name: string; readonly id: string };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function writeCursor(last: NameCursor): string {
  return Buffer.from(JSON.stringify([last.name, last.id])).toString('base64url');
}

/** @throws Refusal when the text is no cursor of ours */
export function readCursor(text: string | undefined): NameCursor | null {
  if (text === undefined) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (
      Array.isArray(parts) &&
      typeof parts[0] === 'string' &&
      typeof parts[1] === 'string' &&
      uuid.test(parts[1])
    ) {
      return { name: parts[0], id: parts[1] };
    }
  } catch {
    // Not ours: refused below like any other text.
  }
  throw refuse('shared.invalid', { problems: [{ code: 'request.invalid-value', field: 'after' }] });
}

/** A cursor that is an id. */
export function readIdCursor(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (uuid.test(text)) return text;
  throw refuse('shared.invalid', { problems: [{ code: 'request.invalid-value', field: 'after' }] });
}

/** The rows of a page out of one row more than it holds, and where the next begins. */
export function cutPage<Row>(rows: readonly Row[], limit: number, cursor: (last: Row) => string) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { shown, next: rows.length > limit && last !== undefined ? cursor(last) : null };
}
