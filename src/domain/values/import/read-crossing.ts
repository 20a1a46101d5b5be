import { fold } from '#domain/shared/fold.ts';
import type { ValueLayout } from './layout.ts';
import type { CellOf, ReadOnce } from './read-once.ts';
import type { RowProblem } from './read-row.ts';
import { unsettled } from './unsettled.ts';

/**
 * The category of each dimension that a row tells, by columns of one dimension and by columns of whole crossings; what is not known is among
 * `problems`. Null where somebody leaves rows of such a crossing out.
 */
export function readCrossing(
  layout: ValueLayout,
  known: ReadOnce,
  cell: CellOf,
  problems: RowProblem[],
): Readonly<Record<string, string>> | null {
  const parts: Record<string, string> = {};
  for (const { header, texts } of layout.crossings ?? []) {
    const text = cell(header);
    const key = fold(text);
    const said = Object.hasOwn(texts, key) ? texts[key] : undefined;
    const found = said === undefined ? known.crossingOf(text) : said;
    if (said === null) return null;
    if (found === null) {
      problems.push({ code: 'unknown-crossing', header, text });
      // A crossing of its own until somebody says which it is, so that it contradicts no other.
      parts[`${unsettled}${header}`] = text;
    } else Object.assign(parts, found);
  }
  for (const { header, dimension } of layout.dimensions) {
    const text = cell(header);
    const category = known.categoryOf(dimension, text);
    if (category === null) problems.push({ code: 'unknown-category', header, text });
    else parts[dimension] = category;
  }
  return parts;
}
