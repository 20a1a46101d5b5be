import type { ValueLayout } from './layout.ts';
import { readNumber } from './read-number.ts';
import type { CellOf } from './read-once.ts';
import type { JudgedIndicator, RowProblem, ToldValue } from './read-row.ts';

const storedState = { absent: null, unknown: 3, 'not-applicable': 1, withheld: 2 } as const;

/**
 * The figure in a cell, or what is wrong with it among `problems`; null where it tells none.
 * @param header the column of the figure; null where the row itself is the event
 */
export function readFigure(
  layout: ValueLayout,
  header: string | null,
  cell: CellOf,
  indicator: JudgedIndicator | null,
  problems: RowProblem[],
): Pick<ToldValue, 'value' | 'state' | 'isEvent'> | null {
  if (header === null) return { value: 1, state: 0, isEvent: true };
  const text = cell(header);
  const read = readNumber(text, layout.decimals);
  if ('fault' in read) {
    problems.push({ code: read.fault, header, text });
    return null;
  }
  if ('state' in read) {
    const state = storedState[read.state];
    return state === null ? null : { value: null, state, isEvent: false };
  }
  if (indicator?.isCount && read.value < 0) problems.push({ code: 'negative-count', header, text });
  else if (indicator?.isCount && !Number.isInteger(read.value))
    problems.push({ code: 'not-whole', header, text });
  else return { value: read.value, state: 0, isEvent: false };
  return null;
}
