import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planSheet, proposedResolutions } from './commitment-sheet.ts';
import { partyFinder, type NamedParty } from './party-names.ts';
import type { Resolution, SheetRow, SheetRules } from './sheet-shapes.ts';

const party = (id: string, name: string, otherNames: string[] = [], territoryId = 100): NamedParty => ({
  kind: 'organisation',
  id,
  name,
  otherNames,
  territoryId,
});
const parties = [
  party('mides', 'Ministerio de Desarrollo Social', ['MIDES']),
  party('meduca', 'Ministerio de Educación', ['MEDUCA']),
  party('muni', 'Municipio de San Miguelito', [], 150),
  party('muni2', 'Municipio de Colón', [], 900),
];

const rules = (over: Partial<SheetRules> = {}): SheetRules => ({
  find: partyFinder(parties, new Map(), { low: 140, high: 160 }),
  partyOf: (reference) => parties.find(({ id }) => `organisation:${id}` === reference),
  term: { from: '2026-01-01', to: '2027-12-31' },
  mayEnter: () => true,
  existingKeys: new Set(),
  usualProof: 'Informe escrito',
  usualBeneficiary: parties[2] ?? null,
  ...over,
});

function rowOf(
  row: number,
  over: Partial<SheetRow['cells']> = {},
  due: SheetRow['due'] = { day: '2026-06-30', isFilledIn: false },
): SheetRow {
  const cells = {
    obligor: 'MIDES',
    what: `Abrir el centro ${row}`,
    beneficiary: 'Municipio de San Miguelito',
    due: '30/6/2026',
    proof: 'Acta',
    place: null,
    quantity: null,
    unit: null,
    start: null,
    office: null,
    ...over,
  };
  return { row, cells, due, start: null, personal: [] };
}

describe('a list of commitments', () => {
  it('comes in where every row says who, what, for whom, by when and how proved', () => {
    const plan = planSheet([rowOf(2), rowOf(3)], [], rules());
    expect(plan.problems).toEqual([]);
    expect(plan.drafts.map(({ row, obligor, beneficiary }) => [row, obligor.id, beneficiary?.id])).toEqual([
      [2, 'mides', 'muni'],
      [3, 'mides', 'muni'],
    ]);
  });

  it('takes several who are named together as obliged together', () => {
    const plan = planSheet([rowOf(2, { obligor: 'MIDES / MEDUCA' })], [], rules());
    expect(plan.drafts[0]?.coObliged.map(({ id }) => id)).toEqual(['meduca']);
  });

  it('asks once for a name that nobody knows, with whom it is likely to be, and takes the answer for every row', () => {
    const rows = [
      rowOf(2, { obligor: 'Min. Desarrollo Social' }),
      rowOf(5, { obligor: 'MIN DESARROLLO SOCIAL' }),
    ];
    const { problems } = planSheet(rows, [], rules());
    expect(problems).toMatchObject([{ code: 'unknown-party', rows: [2, 5], field: 'obligor' }]);
    const answers = proposedResolutions(problems);
    expect(answers).toMatchObject([{ kind: 'party', party: 'organisation:mides' }]);
    expect(planSheet(rows, answers, rules()).drafts).toHaveLength(2);
  });

  it('questions a day outside the term and offers its last day', () => {
    const { problems } = planSheet([rowOf(2, {}, { day: '2029-01-01', isFilledIn: false })], [], rules());
    expect(problems).toMatchObject([
      { code: 'due-outside-term', suggestions: [{ kind: 'due', row: 2, day: '2027-12-31' }] },
    ]);
  });

  it('brings nothing in twice, in one list or when the list comes again', () => {
    const twice = planSheet([rowOf(2, { what: 'Abrir' }), rowOf(3, { what: 'ABRIR' })], [], rules());
    expect(twice.problems).toMatchObject([{ code: 'row-repeated', rows: [3], text: '2' }]);
    const keys = new Set(twice.drafts.map(({ key }) => key));
    const again = planSheet([rowOf(2, { what: 'Abrir' })], [], rules({ existingKeys: keys }));
    expect(again).toMatchObject({ drafts: [], same: [2], problems: [] });
  });

  it('enters nothing for those for whom whoever imports may not act', () => {
    const plan = planSheet([rowOf(2)], [], rules({ mayEnter: () => false }));
    expect(plan).toMatchObject({ drafts: [], problems: [{ code: 'not-yours' }] });
  });

  it('is settled by accepting what is proposed, wherever each problem has a proposal', () => {
    const cell = <T>(value: T) => fc.constantFrom(value, null);
    const rows = fc.array(
      fc.record({
        obligor: fc.constantFrom('MIDES', 'Min. de Desarollo Social', null),
        what: fc.constantFrom('Abrir', 'Cerrar', 'Pintar', null),
        beneficiary: cell('Municipio de San Miguelito'),
        proof: cell('Acta'),
        due: fc.constantFrom<SheetRow['due']>(
          { day: '2026-06-30', isFilledIn: false },
          { day: '2030-01-01', isFilledIn: false },
          { fault: 'due-repeats', likely: null },
          null,
        ),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(rows, (drawn) => {
        const list = drawn.map(({ due, ...cells }, index) => rowOf(index + 2, cells, due));
        let answers: Resolution[] = [];
        for (let turn = 0; turn < 6; turn += 1) {
          const { problems } = planSheet(list, answers, rules());
          if (problems.length === 0) break;
          answers = [...answers, ...proposedResolutions(problems)];
        }
        const plan = planSheet(list, answers, rules());
        expect(plan.problems).toEqual([]);
        const placed = [...plan.drafts.map(({ row }) => row), ...plan.same, ...plan.skipped];
        expect(new Set(placed)).toEqual(new Set(list.map(({ row }) => row)));
      }),
    );
  });
});
