import { describe, expect, it } from 'vitest';
import { planNeedMerge, type MergeableNeed } from './need-merge.ts';

const kept: MergeableNeed = {
  id: 'a',
  country: 'XA',
  standing: 'current',
  problem: 'Alcohol en los parques',
  detail: null,
  groups: ['young-people'],
  groupWords: null,
  violence: 'coexistence',
  ecologicalLevel: null,
  factor: null,
  factorEffect: null,
  sourceKind: 'meeting',
  sourceTitle: 'Acta 4',
  sourceDate: '2026-01-01',
  sourceAddress: null,
  prioritisedOn: '2026-01-02',
  structureId: 's',
  organisationId: null,
  office: null,
  priority: 'high',
  priorityReason: 'Hay heridos',
};
const absorbed: MergeableNeed = {
  ...kept,
  id: 'b',
  problem: 'Peleas en los parques',
  detail: 'Los viernes',
  groups: ['women'],
  factor: 'Sin luz',
  factorEffect: 'risk',
  sourceKind: 'survey',
  sourceTitle: 'Encuesta',
  sourceDate: null,
  structureId: null,
  organisationId: 'o',
};

describe('merging two needs', () => {
  it('fills the gaps, unites whom they affect, and leaves what both say as the kept one says it', () => {
    const plan = planNeedMerge(kept, absorbed);
    expect(plan.after).toMatchObject({
      problem: kept.problem,
      detail: 'Los viernes',
      groups: ['women', 'young-people'],
      factor: 'Sin luz',
      factorEffect: 'risk',
      sourceTitle: 'Acta 4',
    });
    expect(plan.changed).toEqual(['detail', 'groups', 'factor', 'factorEffect']);
    expect(plan.conflicts).toEqual(['problem', 'source', 'prioritisedBy']);
  });

  it('takes a source, or who gave priority, as a whole: never half of each', () => {
    const { after } = planNeedMerge(kept, absorbed, ['source', 'prioritisedBy']);
    expect(after).toMatchObject({
      sourceKind: 'survey',
      sourceTitle: 'Encuesta',
      sourceDate: null,
      structureId: null,
      organisationId: 'o',
    });
  });

  it('is refused for one need, for two countries, and for one that is not current', () => {
    expect(() => planNeedMerge(kept, kept)).toThrow('diagnosis.merge-self');
    expect(() => planNeedMerge(kept, { ...absorbed, country: 'XB' })).toThrow(
      'diagnosis.merge-different-countries',
    );
    expect(() => planNeedMerge(kept, { ...absorbed, standing: 'met' })).toThrow('diagnosis.not-as-it-stands');
  });
});
