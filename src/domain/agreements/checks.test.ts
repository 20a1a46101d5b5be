import { describe, expect, it } from 'vitest';
import { checksOf, type CheckedAgreement } from './checks.ts';
import type { AgreementTemplate } from './template-schema.ts';

const both = (text: string) => ({ es: text, en: text });
const template = {
  clauses: [
    { key: 'a', type: 'object', need: 'required', title: both('Objeto') },
    { key: 'b', type: 'term', need: 'required', title: both('Vigencia') },
    { key: 'c', type: 'training', need: 'recommended', title: both('Formación') },
  ],
  unused: ['assets'],
  parties: { minimum: 2 },
  term: { maxMonths: 48 },
  gates: [{ kind: 'memo', need: 'required', before: 'legal-review', basis: null }],
} as unknown as AgreementTemplate;
const party = (name: string, more: object = {}) => ({
  id: name,
  name,
  role: 'obligor' as const,
  holderStanding: 'active',
  isRepresented: true,
  competence: null,
  terms: null,
  ...more,
});
const clause = (id: string, type: 'object' | 'term' | 'assets' | 'training', more: object = {}) => ({
  id,
  type,
  title: id,
  gaps: [],
  openRemarks: 0,
  statedTotals: null,
  ...more,
});
const sound: CheckedAgreement = {
  kind: 'specific',
  language: 'es',
  object: 'prevenir',
  term: { effectiveOn: null, endsOn: null, termMonths: 24 },
  template,
  parties: [party('A'), party('B')],
  clauses: [clause('objeto', 'object'), clause('vigencia', 'term'), clause('formación', 'training')],
  commitments: [
    { id: '1', what: 'Dar talleres', responsibleOffice: 'Oficina', dueOn: '2026-12-01', quality: 6 },
  ],
  budget: [],
  places: 1,
  needs: 1,
  noNeedReason: null,
  framework: null,
  lines: 1,
  gates: [{ kind: 'memo', result: 'done' }],
  coversIndigenous: false,
  copiedFrom: null,
  today: '2026-03-10',
};
const codes = (more: Partial<CheckedAgreement>) =>
  checksOf({ ...sound, ...more }).map(({ code, blocks }) => (blocks ? code : `${code}?`));

describe('what is looked at before an agreement is signed', () => {
  it('is nothing in one that is as its instrument wants it', () => {
    expect(codes({})).toEqual([]);
  });

  it('blocks without what the instrument requires, and only warns without what it recommends', () => {
    expect(codes({ clauses: [clause('objeto', 'object')] })).toEqual([
      'clause-required',
      'clause-recommended?',
    ]);
    expect(codes({ clauses: [...sound.clauses, clause('bienes', 'assets')] })).toEqual(['clause-unused?']);
    expect(codes({ gates: [{ kind: 'memo', result: 'refused' }] })).toEqual(['gate-missing']);
    const gaps = [
      clause('objeto', 'object', { gaps: ['object'], openRemarks: 2 }),
      ...sound.clauses.slice(1),
    ];
    expect(codes({ clauses: gaps })).toEqual(['place-empty', 'remarks-open?']);
  });

  it('asks for parties that are there, and for signatories who still hold their post', () => {
    expect(codes({ parties: [party('A')] })).toEqual(['too-few-parties']);
    const ended = [{ from: '2020-01-01', to: '2026-01-01' }];
    const parties = [
      party('A', { holderStanding: 'merged', isRepresented: false }),
      party('B', { terms: ended }),
    ];
    expect(codes({ parties })).toEqual(['party-gone', 'representative-ended', 'representative-missing?']);
    expect(
      codes({ parties: [party('A'), party('B', { terms: [{ from: '2020-01-01', to: null }] })] }),
    ).toEqual([]);
  });

  it('asks for the competence of each party where the instrument does', () => {
    const asking = { ...template, parties: { ...template.parties, sayCompetence: true } };
    const parties = [party('A', { competence: 'Ley de ejemplo' }), party('B')];
    expect(codes({ template: asking, parties })).toEqual(['competence-unsaid?']);
    expect(codes({ parties })).toEqual([]);
  });

  it('asks for a need or the reason why there is none, and tells a copy that has none', () => {
    expect(codes({ needs: 0 })).toEqual(['need-or-reason']);
    const copied = { noNeedReason: 'El diagnóstico sigue', copiedFrom: { title: 'Otro', share: 0.9 } };
    expect(codes({ needs: 0, ...copied })).toEqual(['copied?']);
    expect(codes(copied)).toEqual([]);
  });

  it('refuses a term that the instrument does not know', () => {
    expect(codes({ term: { effectiveOn: null, endsOn: null, termMonths: null } })).toEqual(['term-missing']);
    expect(codes({ term: { effectiveOn: null, endsOn: null, termMonths: 49 } })).toEqual(['term-too-long']);
    expect(codes({ term: { effectiveOn: null, endsOn: '2030-03-10', termMonths: null } })).toEqual([
      'term-too-long',
    ]);
  });

  it('looks at every commitment: its office, its wording, its day within the term', () => {
    const [one] = sound.commitments;
    const commitment = (more: object) => [{ ...one, ...more }] as CheckedAgreement['commitments'];
    expect(codes({ commitments: [] })).toEqual(['no-commitments?']);
    expect(codes({ kind: 'framework', commitments: [] })).toEqual([]);
    expect(codes({ commitments: commitment({ responsibleOffice: null, quality: 3 }) })).toEqual([
      'commitment-ownerless?',
      'commitment-vague?',
    ]);
    expect(codes({ commitments: commitment({ dueOn: '2026-03-09' }) })).toEqual(['commitment-past']);
    expect(codes({ commitments: commitment({ dueOn: '2028-03-10' }) })).toEqual(['commitment-outside-term']);
  });

  it('refuses a total that is not the sum of its lines', () => {
    const stated = [clause('recursos', 'training', { statedTotals: [{ currency: 'USD', amount: '5' }] })];
    expect(codes({ clauses: [...sound.clauses, ...stated] })).toEqual(['budget-not-the-sum']);
    const budget = [{ year: 2026, kind: 'cash' as const, currency: 'USD', amount: '5' }];
    expect(codes({ clauses: [...sound.clauses, ...stated], budget })).toEqual([]);
  });

  it('looks at an addendum only for its parties and its money', () => {
    expect(codes({ kind: 'addendum', clauses: [], needs: 0, commitments: [], gates: [] })).toEqual([]);
  });
});
