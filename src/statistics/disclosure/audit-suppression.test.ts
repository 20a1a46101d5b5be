import { describe, expect, it } from 'vitest';
import { cellAt, oracleTable } from '../../../tests/fixtures/statistics/oracle-table.ts';
import { auditSuppression } from './audit-suppression.ts';
import { linearSolver } from './linear-solver.ts';
import { primarySuppression } from './primary-suppression.ts';
import { tableSystem } from './table-system.ts';

const { cells, sums } = oracleTable;
const system = tableSystem(cells, sums);
const protections = primarySuppression(cells, sums, { threshold: 5, zeros: 'shown' });
const shownBut = (...closed: readonly string[]) =>
  new Set(cells.map(({ id }) => id).filter((id) => !closed.includes(id)));

describe('the audit of a table', () => {
  it('lets the oracle through with three more cells kept back', async () => {
    const shown = shownBut(cellAt(1, 2), cellAt(1, 1), cellAt(2, 1), cellAt(2, 2));
    expect(auditSuppression(await linearSolver(), system, protections, shown)).toEqual([]);
  });

  it('fails where the small count alone is kept back', async () => {
    const exposed = auditSuppression(await linearSolver(), system, protections, shownBut(cellAt(1, 2)));
    expect(exposed).toMatchObject([{ id: cellAt(1, 2), interval: { lower: 3, upper: 3 } }]);
  });

  it('fails where an interval is left that is too tight', async () => {
    const table = tableSystem(
      [
        { id: 'a', value: 3 },
        { id: 'b', value: 1 },
        { id: 'all', value: 4 },
      ],
      [{ whole: 'all', parts: ['a', 'b'] }],
    );
    const small = new Map([['a', { reason: 'small', lower: 0, upper: 5 } as const]]);
    const exposed = auditSuppression(await linearSolver(), table, small, new Set(['all']));
    expect(exposed[0]?.interval).toEqual({ lower: 0, upper: 4 });
  });
});
