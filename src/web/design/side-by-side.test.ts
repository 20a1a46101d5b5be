import { expect, it } from 'vitest';
import { rowsOf } from './side-by-side.tsx';

it('shows first what two people wrote differently, and nothing that only programs need', () => {
  const rows = rowsOf(
    { name: 'Alcaldía', phone: '1', version: 3 },
    { name: 'Alcaldía', phone: '2', version: 4 },
  );
  expect(rows.map((row) => [row.name, row.differs])).toEqual([
    ['phone', true],
    ['name', false],
  ]);
});
