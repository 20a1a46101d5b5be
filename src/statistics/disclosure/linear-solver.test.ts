import { describe, expect, it } from 'vitest';
import { linearSolver } from './linear-solver.ts';

const x = { at: 0, sign: 1 };
const y = { at: 1, sign: 1 };

describe('the solver of linear programs', () => {
  it('finds the least and the most, one question after the other', async () => {
    const open = (await linearSolver()).open({ unknowns: 2, equations: [{ terms: [x, y], sum: 7 }] });
    const cost = new Map([[0, 1]]);
    expect(open.extreme(cost, 'most')).toEqual({ value: 7, point: [7, 0] });
    expect(open.extreme(cost, 'least')?.value).toBe(0);
    expect(open.extreme(new Map([[1, 2]]), 'most')?.value).toBe(14);
    open.close();
  });

  it('says where there is no bound and where nothing fits', async () => {
    const solver = await linearSolver();
    const free = solver.open({ unknowns: 2, equations: [{ terms: [x, { at: 1, sign: -1 }], sum: 0 }] });
    expect(free.extreme(new Map([[0, 1]]), 'most')?.value).toBe(Number.POSITIVE_INFINITY);
    const none = solver.open({ unknowns: 1, equations: [{ terms: [x], sum: -1 }] });
    expect(none.extreme(new Map([[0, 1]]), 'most')).toBeNull();
    free.close();
    none.close();
  });

  it('is loaded once', async () => {
    expect(await linearSolver()).toBe(await linearSolver());
  });
});
