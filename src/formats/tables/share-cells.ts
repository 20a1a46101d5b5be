import type { Cell } from './reading.ts';

const remembered = 20_000;

/**
 * Gives equal cells one object between them: a column of a few names repeated over half a million rows takes the room of
 * a few names, also when it travels from the thread that read it.
 */
export function shareCells(): (cell: Cell) => Cell {
  const known = new Map<string, Cell>();
  return (cell) => {
    const key = `${cell.type}${cell.formula ? '=' : ' '}${cell.text}`;
    const shared = known.get(key);
    if (shared) return shared;
    if (known.size < remembered) known.set(key, cell);
    return cell;
  };
}
