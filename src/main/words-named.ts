import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

const brought = /(import type [^'"]*)?['"]([.#][^'"\n]*\.tsx?)['"]/g;

/**
 * The files of a page: its own, and what they bring in, at once or later; but for another page within it, which brings its own sentences.
 * @param source the folder that `#` stands for
 */
export function filesBroughtBy(entry: string, source: string, seen = new Set<string>()): Set<string> {
  if (seen.has(entry) || !statSync(entry, { throwIfNoEntry: false })?.isFile()) return seen;
  seen.add(entry);
  for (const [, typeOnly, from = ''] of readFileSync(entry, 'utf8').matchAll(brought)) {
    const file = from.startsWith('#') ? join(source, from.slice(1)) : join(dirname(entry), from);
    if (typeOnly === undefined && !file.endsWith('.route.tsx')) filesBroughtBy(file, source, seen);
  }
  return seen;
}

/**
 * Whether a sentence is named in one of some texts: as it is, `'places.print'`, or by its beginning, `` `places.method-${one}` `` and `'actors.kind'`.
 * @param sources what is written in the files of a page
 */
export function namedIn(sources: readonly string[]): (key: string) => boolean {
  const whole = new Set<string>();
  const beginnings = new Set<string>();
  for (const source of sources) {
    for (const [, name = '', open] of source.matchAll(/['"`]([a-z][\w-]*\.[\w.-]*)(\$\{)?/g)) {
      if (open) beginnings.add(name);
      else whole.add(name);
    }
  }
  const begins = [...beginnings, ...[...whole].map((name) => `${name}.`)];
  return (key) => whole.has(key) || begins.some((beginning) => key.startsWith(beginning));
}
