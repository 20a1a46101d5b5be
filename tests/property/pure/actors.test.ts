import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planMerge, type Link, type Mergeable } from '#domain/actors/merge.ts';
import { applyChanges, inverseOf, rowName, type Rows, type Values } from '#domain/actors/row-changes.ts';
import { findOverlap } from '#domain/actors/terms.ts';

const fields = fc.record({
  short_name: fc.option(fc.constantFrom('A', 'B'), { nil: null }),
  mandate: fc.option(fc.constantFrom('uno', 'dos'), { nil: null }),
});

const mergeable = (id: string) =>
  fields.map((values): Mergeable => ({
    id,
    country: 'XA',
    name: id,
    standing: 'active',
    version: 3,
    fields: values,
  }));

/** Rows that point at one of the two; some are the same thing said twice, some move by their key. */
const links = (owner: string) =>
  fc
    .uniqueArray(fc.record({ n: fc.nat(30), what: fc.nat(4), keyed: fc.boolean() }), {
      selector: (one) => one.n,
    })
    .map((list) =>
      list.map(({ n, what, keyed }): Link => {
        const key: Values = keyed ? { organisation_id: owner, name: `n${n}` } : { id: `${owner}-${n}` };
        return {
          table: keyed ? 'organisation_name' : 'prevention_work',
          key,
          column: 'organisation_id',
          alongside: { territory_id: 7 },
          row: { ...key, organisation_id: owner, territory_id: 5, what },
          identity: keyed ? `name n${n}` : `work ${what}`,
          exclusive: null,
          label: `${what}`,
        };
      }),
    );

function rowsOf(pair: readonly Mergeable[], all: readonly Link[]): Rows {
  const own = pair.map((one): [string, Values] => [
    rowName('organisation', { id: one.id }),
    { ...one.fields, standing: one.standing, version: one.version, merged_into: null },
  ]);
  return new Map([...own, ...all.map((link): [string, Values] => [rowName(link.table, link.key), link.row])]);
}

const plain = (rows: Rows) => [...rows].toSorted(([one], [other]) => (one < other ? -1 : 1));

describe('merging', () => {
  it('leaves nothing pointing at the absorbed, loses nothing that was not said twice, and undone leaves all as it was', () => {
    fc.assert(
      fc.property(
        mergeable('kept'),
        mergeable('gone'),
        links('kept'),
        links('gone'),
        (kept, absorbed, keptLinks, goneLinks) => {
          const before = rowsOf([kept, absorbed], [...keptLinks, ...goneLinks]);
          const plan = planMerge('organisation', kept, absorbed, { kept: keptLinks, absorbed: goneLinks });
          const done = applyChanges(before, plan.changes);
          if (!('rows' in done)) throw new Error('the plan does not fit the rows');
          const after = [...done.rows].filter(([name]) => !name.startsWith('organisation ['));
          expect(after.filter(([, row]) => row['organisation_id'] === 'gone')).toEqual([]);
          expect(after).toHaveLength(keptLinks.length + goneLinks.length - plan.repeated.length);
          const undone = applyChanges(done.rows, inverseOf(plan.changes));
          expect('rows' in undone && plain(undone.rows)).toEqual(plain(before));
        },
      ),
    );
  });

  it('is never undone over what somebody has changed since', () => {
    fc.assert(
      fc.property(mergeable('kept'), mergeable('gone'), links('gone'), (kept, absorbed, goneLinks) => {
        const plan = planMerge('organisation', kept, absorbed, { kept: [], absorbed: goneLinks });
        const done = applyChanges(rowsOf([kept, absorbed], goneLinks), plan.changes);
        if (!('rows' in done)) throw new Error('the plan does not fit the rows');
        const name = rowName('organisation', { id: 'kept' });
        const changed = new Map(done.rows).set(name, { ...done.rows.get(name), version: 99 });
        expect(applyChanges(changed, inverseOf(plan.changes))).toHaveProperty('builtUpon');
      }),
    );
  });
});

describe('terms', () => {
  const day = fc.nat(40).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
  const term = fc
    .tuple(day, fc.option(day, { nil: null }))
    .filter(([from, to]) => to === null || from < to)
    .map(([from, to]) => ({ id: `${from}${to}`, holder: null, from, to }));
  const days = (from: string, to: string | null) =>
    Array.from({ length: 60 }, (_, n) =>
      new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10),
    ).filter((one) => one >= from && (to === null || one < to));

  it('overlap exactly when some day is in both', () => {
    fc.assert(
      fc.property(term, term, (one, other) => {
        const shared = days(one.from, one.to).some((moment) => days(other.from, other.to).includes(moment));
        expect(findOverlap([one], { ...other, id: 'new' }) !== undefined).toBe(shared);
      }),
    );
  });
});
