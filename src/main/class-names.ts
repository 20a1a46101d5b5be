import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const webFolder = fileURLToPath(new URL('../web', import.meta.url));

/**
 * Short names for the classes of all sheets, one after the other: they stand in every page, every script and the sheet, and what follows
 * in order is compressed well where a name drawn by lot is not. Counted from the sources, so that server and browser say the same.
 */
export function classNames(): (name: string, file: string) => string {
  const sheets = readdirSync(webFolder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.module.css'))
    .toSorted();
  const numbers = new Map<string, string>();
  const numberOf = (key: string) => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const next = shortName(numbers.size);
    numbers.set(key, next);
    return next;
  };
  for (const sheet of sheets)
    for (const name of namesIn(readFileSync(join(webFolder, sheet), 'utf8'))) numberOf(`${sheet}/${name}`);
  return (name, file) => numberOf(`${file.replace(/\?.*$/, '').slice(webFolder.length + 1)}/${name}`);
}

/** Every class and every animation, in the order in which a sheet names them. */
function namesIn(sheet: string): readonly string[] {
  const rules = sheet.replace(/\/\*[\s\S]*?\*\//g, '');
  return [...rules.matchAll(/(?:\.|@keyframes\s+)([a-z][\w-]*)/gi)].map(([, name]) => name ?? '');
}

/** Begun with a consonant: `ad` is a name that is hidden where advertisements are. */
const firsts = 'bcdfghjklmnpqrstvwxyz';

/** `b0`, `b1`, … `zz`, and longer ones after them. */
export function shortName(number: number): string {
  const row = Math.floor(number / 36);
  const last = (number % 36).toString(36);
  return row < firsts.length ? firsts.charAt(row) + last : shortName(row - firsts.length) + last;
}
