import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '#domain/shared/refusal.ts';
import { problemsOfAction, refuseContradictions, type WrittenAction } from './action.ts';
import { budgetTotals, currencyTotals, isTotalRight } from './budget.ts';
import { writtenCopyOf } from './copy.ts';
import { differenceOf, isSame } from './difference.ts';
import { isMediationRefused, problemsOfHarmCheck } from './harm-check.ts';
import { alignmentOf, needResponseOf, orphansOf, type CountedAction } from './orphans.ts';
import { kindOfPlan, refuseDeletionOfPlan, refuseImpossiblePeriod } from './plan.ts';
import type { ActionContent, BudgetLine, PlanContent } from './plan-content.ts';
import {
  editionOf,
  planActs,
  possibleActs,
  standingAfter,
  standingOf,
  type PlanAct,
} from './plan-standing.ts';
import { lacksOf, problemOfLack } from './submission.ts';
import { planStandings } from './vocabulary.ts';

const safe = { could: false, measure: null };
const harm = { stigma: safe, exposure: safe, displacement: safe, 'net-widening': safe };
const line = (more: Partial<BudgetLine> = {}): BudgetLine => ({
  year: 2026,
  sourceKind: 'own',
  sourceOrganisation: null,
  sourceWords: null,
  kind: 'cash',
  currency: 'XTS',
  amount: 100,
  ...more,
});
const action = (more: Partial<ActionContent> = {}): ActionContent => ({
  id: 'a',
  programmeId: null,
  title: 'Canchas abiertas',
  description: null,
  places: [{ reference: 'XA-0101', name: 'Santa Fe' }],
  periodFrom: '2026-02-01',
  periodTo: '2026-11-30',
  need: { id: 'n', problem: 'Riñas' },
  noNeedReason: null,
  lines: [{ id: 'l', code: '1.1', title: 'Juventud' }],
  noLineReason: null,
  violence: 'youth',
  preventionLevel: 'primary',
  preventionTypes: ['social'],
  inspire: [],
  ecologicalLevels: [],
  targetGroups: ['young-people'],
  targetWords: null,
  targetSize: 100,
  targetWomen: 50,
  targetYouth: null,
  targetIndigenous: null,
  targetSource: null,
  responsibleOrganisation: { id: 'o', name: 'Alcaldía' },
  responsibleStructure: null,
  responsibleOffice: null,
  partners: [],
  outputs: [],
  budget: [line()],
  budgetTotal: 100,
  budgetCurrency: 'XTS',
  usesMediation: false,
  harm,
  poaCode: null,
  ...more,
});
const plan = (actions: ActionContent[] = [action()], more: Partial<PlanContent> = {}): PlanContent => ({
  title: 'Plan local',
  summary: null,
  periodFrom: '2026-01-01',
  periodTo: '2026-12-31',
  strategy: null,
  programmes: [],
  actions,
  ...more,
});
const written = (more: Partial<WrittenAction> = {}): WrittenAction => ({
  ...writtenCopyOf(action(), true),
  ...more,
});

describe('how things stand with a plan', () => {
  it('follows from what was done to it', () => {
    expect(standingOf(['drafted', 'corrected', 'submitted', 'returned', 'submitted', 'approved'])).toBe(
      'approved',
    );
    expect(standingOf(['drafted', 'submitted', 'approved', 'amended', 'submitted', 'returned'])).toBe(
      'amending',
    );
    expect(() => standingAfter('submitted', 'corrected')).toThrow(Refusal);
    expect(() => standingAfter('draft', 'approved')).toThrow(Refusal);
    expect(possibleActs('annulled')).toEqual([]);
  });

  it('is never a draft again once it was approved, and its editions are its approvals, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...planActs), { maxLength: 40 }), (tried) => {
        const done: PlanAct[] = ['drafted'];
        for (const act of tried) {
          const standing = standingOf(done);
          if (standing !== null && possibleActs(standing).includes(act)) done.push(act);
          else expect(() => standingAfter(standing, act)).toThrow(Refusal);
        }
        const standing = standingOf(done);
        expect(planStandings).toContain(standing);
        const wasApproved = editionOf(done) > 0;
        if (wasApproved) expect(['draft', 'submitted', 'returned']).not.toContain(standing);
        else expect(['approved', 'amending', 'amendment-submitted', 'ended']).not.toContain(standing);
      }),
    );
  });
});

describe('a plan', () => {
  it('has a period that begins before it ends and does not last for ever', () => {
    const head = { title: 'x', summary: null, strategyId: null, periodFrom: '2026-01-01' };
    expect(() => refuseImpossiblePeriod({ ...head, periodTo: '2025-12-31' })).toThrow(Refusal);
    expect(() => refuseImpossiblePeriod({ ...head, periodTo: '2066-12-31' })).toThrow(Refusal);
    expect(() => refuseImpossiblePeriod({ ...head, periodTo: '2029-12-31' })).not.toThrow();
  });

  it('is of the kind of whoever owns it, and once published is not deleted', () => {
    expect(kindOfPlan('structure')).toBe('committee');
    expect(kindOfPlan('municipality')).toBe('municipal');
    expect(kindOfPlan('governorate')).toBe('provincial');
    expect(kindOfPlan('ministry')).toBe('institutional');
    expect(() => refuseDeletionOfPlan({ edition: 1 })).toThrow(Refusal);
  });

  it('says all that it lacks before it is submitted', () => {
    expect(lacksOf(plan())).toEqual([]);
    expect(lacksOf(plan([])).map(({ code }) => code)).toEqual(['plans.no-actions']);
    const bare = action({ places: [], need: null, lines: [], responsibleOrganisation: null, harm: null });
    const outside = action({ id: 'b', title: 'Otra', periodTo: '2027-01-31', budgetTotal: 99 });
    const lacks = lacksOf(plan([bare, outside]));
    expect(lacks.filter((lack) => lack.action?.id === 'a').map(({ field }) => field)).toEqual([
      'places',
      'needId',
      'lines',
      'responsible',
      'harm-stigma',
      'harm-exposure',
      'harm-displacement',
      'harm-net-widening',
    ]);
    expect(lacks.filter((lack) => lack.action?.id === 'b').map(({ field }) => field)).toEqual([
      'budgetTotal',
      'periodTo',
    ]);
    expect(lacks.map(problemOfLack).at(-1)?.values).toEqual({ action: 'Otra' });
    const reasons = { need: null, noNeedReason: 'Continúa', lines: [], noLineReason: 'No hay' };
    expect(lacksOf(plan([action(reasons)]))).toEqual([]);
  });
});

describe('an action', () => {
  it('contradicts itself neither in days, people nor money', () => {
    const fields = (more: Partial<WrittenAction>) =>
      problemsOfAction(written(more), plan()).map(({ field }) => field);
    expect(fields({})).toEqual([]);
    expect(fields({ targetSize: 10, targetWomen: 11 })).toEqual(['targetWomen']);
    expect(fields({ targetWomen: 11, targetYouth: 3 })).toEqual(['targetSize']);
    expect(fields({ targetGroups: ['other'] })).toEqual(['targetWords']);
    expect(fields({ periodFrom: '2025-01-01' })).toEqual(['periodFrom']);
    expect(fields({ needId: 'n', noNeedReason: 'x', noLineReason: 'x' })).toEqual([
      'noNeedReason',
      'noLineReason',
    ]);
    expect(fields({ responsibleOrganisationId: 'o', responsibleStructureId: 's' })).toEqual(['responsible']);
    expect(fields({ budgetTotal: 5 })).toEqual(['budgetTotal']);
    expect(() => refuseContradictions(written({ budgetTotal: 5, budgetCurrency: 'XTS' }), plan())).toThrow(
      Refusal,
    );
  });

  it('does no harm: each question has an answer, and what is done about it', () => {
    expect(problemsOfHarmCheck(null)).toHaveLength(4);
    const risky = { ...harm, exposure: { could: true, measure: null } };
    expect(problemsOfHarmCheck(risky)).toMatchObject([{ field: 'harm-exposure-measure' }]);
    const mended = { ...harm, exposure: { could: true, measure: 'Sin listas de nombres' } };
    expect(problemsOfHarmCheck(mended)).toEqual([]);
  });

  it('uses no mediation against violence at home or by a partner', () => {
    expect(isMediationRefused({ usesMediation: true, violence: 'domestic' })).toBe(true);
    expect(isMediationRefused({ usesMediation: true, violence: 'gender-based' })).toBe(true);
    expect(isMediationRefused({ usesMediation: true, violence: 'coexistence' })).toBe(false);
    expect(() =>
      refuseContradictions(written({ usesMediation: true, violence: 'domestic' }), plan()),
    ).toThrow(Refusal);
  });

  it('is copied without what is of one place and one time', () => {
    const copy = writtenCopyOf(action(), false);
    expect(copy).toMatchObject({ needId: null, placeIds: [], lineIds: [], budget: [], harm: null });
    expect(copy.title).toBe('Canchas abiertas');
  });
});

describe('a budget', () => {
  it('is added by source, year, currency and kind, and never across currencies', () => {
    const lines = [
      line(),
      line({ amount: 0.1 }),
      line({ amount: 0.2 }),
      line({ currency: 'USD', amount: 7 }),
    ];
    expect(budgetTotals([...lines, line({ kind: 'in-kind', amount: 5 })])).toMatchObject([
      { currency: 'USD', amount: 7 },
      { currency: 'XTS', kind: 'cash', amount: 100.3 },
      { currency: 'XTS', kind: 'in-kind', amount: 5 },
    ]);
    expect(currencyTotals(lines)).toEqual([
      { currency: 'USD', cash: 7, inKind: 0 },
      { currency: 'XTS', cash: 100.3, inKind: 0 },
    ]);
    expect(isTotalRight({ budget: lines, budgetTotal: 100.3, budgetCurrency: 'XTS' })).toBe(true);
    expect(isTotalRight({ budget: lines, budgetTotal: 107.3, budgetCurrency: 'XTS' })).toBe(false);
  });
});

describe('two editions', () => {
  it('differ by what came, went and changed', () => {
    const from = plan([action(), action({ id: 'b', title: 'Se va' })]);
    const to = plan([action({ budget: [line({ amount: 120 })] }), action({ id: 'c', title: 'Llega' })], {
      title: 'Plan local de convivencia',
      programmes: [{ id: 'p', title: 'Juventud', objective: null }],
    });
    const difference = differenceOf(from, to);
    expect(difference).toMatchObject({
      plan: [{ field: 'title', from: 'Plan local', to: 'Plan local de convivencia' }],
      programmes: { added: [{ id: 'p' }] },
      actions: {
        added: [{ id: 'c', title: 'Llega' }],
        removed: [{ id: 'b' }],
        changed: [{ id: 'a', fields: [{ field: 'budget' }] }],
      },
    });
    expect(isSame(difference)).toBe(false);
    expect(isSame(differenceOf(from, structuredClone(from)))).toBe(true);
  });
});

describe('what stands alone', () => {
  const one = (id: string, more: Partial<CountedAction> = {}): CountedAction => ({
    id,
    needId: null,
    lineIds: [],
    budget: [],
    ...more,
  });
  const money = [{ currency: 'XTS', kind: 'cash' as const, amount: 30 }];
  const actions = [
    one('a', { needId: 'n1', lineIds: ['l1', 'ended'], budget: money }),
    one('b', {
      needId: 'n2',
      lineIds: ['ended'],
      budget: [{ ...money[0], currency: 'USD', kind: 'cash', amount: 70 }],
    }),
    one('c', { needId: 'n3' }),
  ];

  it('is counted with its arithmetic; a line that ended aligns nothing', () => {
    expect(alignmentOf(actions, ['l1', 'l2'])).toEqual({
      actions: { numerator: 1, denominator: 3, share: 1 / 3 },
      budget: [
        { currency: 'USD', numerator: 0, denominator: 70, share: 0 },
        { currency: 'XTS', numerator: 30, denominator: 30, share: 1 },
      ],
      lines: { numerator: 1, denominator: 2, share: 0.5 },
    });
    expect(needResponseOf(actions, ['n1', 'n3', 'n4'])).toEqual({
      numerator: 1,
      denominator: 3,
      share: 1 / 3,
    });
    expect(needResponseOf([], []).share).toBe(null);
    expect(orphansOf(actions, ['n1', 'n4'], ['l1', 'l2'])).toEqual({
      actionsWithoutNeed: [],
      actionsWithoutLine: ['b', 'c'],
      needsWithoutAction: ['n4'],
      linesWithoutAction: ['l2'],
    });
  });
});
