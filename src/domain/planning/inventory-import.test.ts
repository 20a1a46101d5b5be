import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planInventoryImport, type ExistingEntry } from './inventory-import.ts';
import type { EntryFields } from './inventory.ts';

let made = 0;
const newId = () => `new-${(made += 1)}`;
const entry = (more: Partial<EntryFields> = {}): EntryFields => ({
  territoryId: 1,
  organisationId: 'o',
  title: 'Ligas',
  kind: 'activity',
  description: null,
  officialReference: null,
  poaCode: null,
  periodFrom: '2026-01-01',
  periodTo: '2026-12-31',
  amount: null,
  currency: null,
  amountYear: null,
  sourceWords: null,
  ...more,
});
const drafts = (rows: readonly EntryFields[]) => rows.map((fields, index) => ({ row: index + 2, fields }));

/** What is there after a sheet was applied. */
function applied(existing: readonly ExistingEntry[], rows: readonly EntryFields[]): ExistingEntry[] {
  const { changes } = planInventoryImport(drafts(rows), existing, newId);
  const changed = new Map(changes.map((change) => [change.id, change]));
  const kept = existing.map((one) => {
    const change = changed.get(one.id);
    return change ? { ...one, fields: change.after, version: change.version, rowKey: change.rowKey } : one;
  });
  const added = changes
    .filter(({ before }) => before === null)
    .map((change) => ({
      id: change.id,
      rowKey: change.rowKey,
      standing: 'current' as const,
      version: 1,
      fields: change.after,
    }));
  return [...kept, ...added];
}

describe('an operating plan brought into the inventory', () => {
  it('doubles nothing, whatever it says, however often it comes', () => {
    const row = fc.record({
      title: fc.constantFrom('Ligas', 'LIGAS', 'Becas', 'Luz'),
      poaCode: fc.constantFrom(null, '1.1', '1.2'),
      territoryId: fc.constantFrom(1, 2),
      amount: fc.constantFrom(null, '10.00'),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const said = rows.map((one) => entry({ ...one, currency: one.amount === null ? null : 'PAB' }));
        const once = applied([], said);
        const again = planInventoryImport(drafts(said), once, newId);
        expect(again.changes).toEqual([]);
        expect(again.outcomes.every(({ outcome }) => outcome === 'same')).toBe(true);
      }),
    );
  });

  it('erases nothing with a cell that says nothing', () => {
    const [there] = applied([], [entry({ description: 'Cuatro barrios' })]);
    const { changes } = planInventoryImport(
      drafts([entry({ amount: '10.00', currency: 'PAB' })]),
      there ? [there] : [],
      newId,
    );
    expect(changes).toMatchObject([
      { after: { description: 'Cuatro barrios', amount: '10.00' }, version: 2 },
    ]);
  });

  it('finds what it brought before also where its title was corrected since', () => {
    const [there] = applied([], [entry()]);
    const corrected = there ? [{ ...there, fields: entry({ title: 'Ligas barriales' }), version: 2 }] : [];
    const { outcomes } = planInventoryImport(drafts([entry()]), corrected, newId);
    expect(outcomes).toMatchObject([{ outcome: 'change' }]);
  });

  it('does not bring back what was ended', () => {
    const [there] = applied([], [entry()]);
    const ended = there ? [{ ...there, standing: 'ended' as const }] : [];
    const { problems } = planInventoryImport(drafts([entry({ description: 'Otra vez' })]), ended, newId);
    expect(problems).toMatchObject([{ code: 'planning.row-closed', row: 2 }]);
  });
});
