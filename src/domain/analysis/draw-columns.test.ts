import { expect, it } from 'vitest';
import { drawColumns } from './draw-columns.ts';

const plain = { interval: null };

it('stands columns on zero, as high as their numbers are to one another', () => {
  const { marks } = drawColumns([
    { label: '2023', value: 100, says: '100', ...plain },
    { label: '2024', value: 50, says: '50', ...plain },
  ]);
  const tall = marks.flatMap((mark) => (mark.kind === 'rect' ? [mark.height] : []));
  expect(tall[0]).toBeCloseTo(2 * (tall[1] ?? 0), 1);
});

it('draws no column where there is no figure, and says why; zero is a column of no height', () => {
  const { marks } = drawColumns([
    { label: '2023', value: null, says: 'sin reporte', ...plain },
    { label: '2024', value: 0, says: '0', ...plain },
  ]);
  expect(marks.filter(({ kind }) => kind === 'rect')).toMatchObject([{ height: 0 }]);
  expect(marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))).toEqual([
    'sin reporte',
    '2023',
    '0',
    '2024',
  ]);
});

it('shows an interval with its two ends inside the frame', () => {
  const { marks, height } = drawColumns([{ label: '2024', value: 50, says: '50', interval: [40, 60] }]);
  const ends = marks.flatMap((mark) => (mark.kind === 'line' ? [mark.from[1], mark.to[1]] : []));
  expect(Math.min(...ends)).toBeGreaterThan(0);
  expect(Math.max(...ends)).toBeLessThan(height);
});
