import { ratioOf, type Figure } from './figure.ts';

const heads = ['what', 'value', 'unit', 'reference', 'ratio', 'wanted'];

/** The figures as a table for the terminal, with what each is compared with below it. */
export function asTable(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.name,
    String(figure.value),
    figure.unit,
    String(figure.reference ?? '–'),
    String(ratioOf(figure) ?? '–'),
    String(figure.mustReach ?? '–'),
  ]);
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column === 0 || column === 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  const notes = [...new Set(figures.flatMap(({ note }) => (note ? [note] : [])))];
  return [line(heads), ...rows.map(line), '', ...notes, ''].join('\n');
}
