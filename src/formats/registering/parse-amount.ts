import { parseNumber } from '#formats/tables/parse-cell.ts';

/** The number that a cell begins with: "12", "1,200", "40 jóvenes"; null where it holds none. */
export function parseAmount(text: string | null): number | null {
  const [first = ''] = (text ?? '').trim().split(/\s+/);
  if (first === '') return null;
  const parsed = parseNumber({ text: first, type: 'text' });
  return 'value' in parsed && parsed.value >= 0 ? parsed.value : null;
}
