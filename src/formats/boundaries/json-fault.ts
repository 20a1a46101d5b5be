/** Where a text stops being JSON, counted as editors count: from 1. */
export type JsonFault = { readonly line: number; readonly column: number; readonly found: string };

const string = String.raw`"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"`;
const number = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?`;
const scalar = new RegExp(`(?:${string}|${number}|true|false|null)`, 'y');
const blank = /[ \t\r\n]*/y;
const name = new RegExp(String.raw`${string}[ \t\r\n]*:`, 'y');

/**
 * Finds the first place where a text breaks the grammar of JSON. The engine's own message names a place only
 * sometimes, and nobody finds a missing comma in 3 MB on one line without it. Runs only after JSON.parse refused.
 */
export function findJsonFault(text: string): JsonFault | null {
  let at = 0;
  const open: string[] = [];
  const match = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const take = (character: string): boolean => {
    if (text[at] !== character) return false;
    at += 1;
    match(blank);
    return true;
  };
  const nameFollows = (): boolean => match(name) && match(blank);

  // One turn a value: opens containers until a scalar, then closes those that end after it.
  match(blank);
  for (;;) {
    if (take('{')) {
      if (!take('}')) {
        open.push('}');
        if (!nameFollows()) return placeOf(text, at);
        continue;
      }
    } else if (take('[')) {
      if (!take(']')) {
        open.push(']');
        continue;
      }
    } else if (!match(scalar)) return placeOf(text, at);
    match(blank);
    while (open.length > 0 && take(open.at(-1) as string)) open.pop();
    if (open.length === 0) return at >= text.length ? null : placeOf(text, at);
    if (!take(',')) return placeOf(text, at);
    if (open.at(-1) === '}' && !nameFollows()) return placeOf(text, at);
  }
}

function placeOf(text: string, at: number): JsonFault {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  const found = /^[\w.+-]{1,20}/.exec(text.slice(at, at + 20))?.[0] ?? text.slice(at, at + 1);
  return { line, column: at - (before.lastIndexOf('\n') + 1) + 1, found };
}
