import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPossible, standingAfter, type AgreementAct, type AgreementStanding } from './lifecycle.ts';
import { isBound, isTextOpen, waitingForLegalReview, waitingForSignature } from './negotiation.ts';

type Party = {
  id: string;
  name: string;
  role: 'lead' | 'obligor' | 'observer';
  confirmedHash: string | null;
};
type Model = {
  standing: AgreementStanding;
  text: number;
  reviewed: string | null;
  parties: Party[];
  approved: Set<string>;
};
type Try = { kind: 'act'; act: AgreementAct } | { kind: 'word' | 'confirm' | 'approve'; party: number };

const acts = [
  'opened-negotiation',
  'sent-to-legal-review',
  'returned-with-observations',
  'cleared-by-legal-review',
  'reopened-negotiation',
  'approved-by-all',
  'abandoned',
] as const;
const tries = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('act' as const), act: fc.constantFrom(...acts) }),
    fc.record({
      kind: fc.constantFrom('word' as const, 'confirm' as const, 'approve' as const),
      party: fc.nat(2),
    }),
  ),
  { maxLength: 60 },
);
const hashOf = (model: Model) => `text ${model.text}`;
const waitsForSignature = (model: Model) =>
  waitingForSignature(model.parties, {
    hash: hashOf(model),
    reviewedHash: model.reviewed,
    areApprovalsRequired: true,
    approvedBy: model.approved,
    gates: [],
  });

function takeBack(model: Model): void {
  for (const party of model.parties) party.confirmedHash = null;
  model.approved.clear();
}

function act(model: Model, done: AgreementAct): void {
  if (!isPossible(model.standing, done)) return;
  if (done === 'sent-to-legal-review') {
    if (waitingForLegalReview(model.parties, hashOf(model), []).length > 0) return;
    model.reviewed = hashOf(model);
  }
  if (done === 'approved-by-all' && waitsForSignature(model).length > 0) return;
  if (done === 'reopened-negotiation' || done === 'returned-with-observations') {
    takeBack(model);
    model.reviewed = null;
  }
  model.standing = standingAfter(model.standing, done);
}

function attempt(model: Model, one: Try): void {
  if (one.kind === 'act') return act(model, one.act);
  const party = model.parties[one.party];
  if (!party) return;
  if (one.kind === 'word' && isTextOpen(model.standing)) {
    model.text += 1;
    takeBack(model);
  }
  if (one.kind === 'confirm' && model.standing === 'negotiation') party.confirmedHash = hashOf(model);
  if (one.kind === 'approve' && model.standing === 'approval') model.approved.add(party.id);
}

describe('negotiating', () => {
  it('makes nothing ready to be signed without every party having confirmed and approved one and the same text', () => {
    fc.assert(
      fc.property(tries, (attempts) => {
        const model: Model = {
          standing: 'draft',
          text: 0,
          reviewed: null,
          parties: (['lead', 'obligor', 'observer'] as const).map((role) => ({
            id: role,
            name: role,
            role,
            confirmedHash: null,
          })),
          approved: new Set(),
        };
        for (const one of attempts) {
          attempt(model, one);
          const bound = model.parties.filter(({ role }) => isBound(role));
          if (['legal-review', 'approval', 'ready-to-sign'].includes(model.standing))
            expect(bound.every(({ confirmedHash }) => confirmedHash === hashOf(model))).toBe(true);
          if (model.standing === 'ready-to-sign') {
            expect(bound.every(({ id }) => model.approved.has(id))).toBe(true);
            expect(model.reviewed).toBe(hashOf(model));
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('reaches the signature when every party does its part', () => {
    const parties: Party[] = [
      { id: 'a', name: 'A', role: 'lead', confirmedHash: 'x' },
      { id: 'o', name: 'O', role: 'observer', confirmedHash: null },
    ];
    expect(waitingForLegalReview(parties, 'x', [])).toEqual([]);
    expect(waitingForLegalReview(parties, 'y', [])).toMatchObject([{ code: 'party-unconfirmed', name: 'A' }]);
    const facts = { hash: 'x', reviewedHash: 'x', areApprovalsRequired: true, gates: [] };
    expect(waitingForSignature(parties, { ...facts, approvedBy: new Set(['a']) })).toEqual([]);
    expect(waitingForSignature(parties, { ...facts, hash: 'z', approvedBy: new Set(['a']) })).toMatchObject([
      { code: 'text-differs' },
    ]);
  });
});
