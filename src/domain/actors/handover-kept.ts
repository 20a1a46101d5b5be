import { mayActFor, type Party } from '#domain/access/acting-for.ts';
import type { Actor } from '#domain/access/actor.ts';
import { mayDo } from '#domain/access/permissions.ts';
import type { Passing } from './handover.ts';

/** What only its owner sees and that somebody has to go on with: a list of commitments, evidence sent but not handed in. */
export const keptKinds = ['sheet', 'file'] as const;
export type KeptKind = (typeof keptKinds)[number];
export type KeptThing = {
  readonly kind: KeptKind;
  readonly id: string;
  readonly title: string;
  readonly accountId: string;
  readonly personId: string;
};

/** What becomes of it. Words: `handing-over.kept-passing.<outcome>`. */
export const keptPassings = ['passes', 'to-keeper', 'stays'] as const;
export type KeptPassing = (typeof keptPassings)[number];
export type PlannedThing = {
  readonly thing: KeptThing;
  readonly outcome: KeptPassing;
  readonly toPersonId: string | null;
  readonly toAccountId: string | null;
};

/**
 * Into whose hands things go: those of who comes. Where nobody comes, or without an account, whoever hands over keeps them,
 * so that nothing lies where nobody looks; where that is the owner, they stay.
 * @param keeperId the account that hands over
 */
export function planKept(
  passings: readonly Passing[],
  things: readonly KeptThing[],
  accounts: readonly { readonly id: string; readonly personId: string }[],
  keeperId: string | null,
): PlannedThing[] {
  const successors = new Map(passings.map(({ from, to }) => [from, to]));
  return things
    .filter(({ personId }) => successors.has(personId))
    .map((thing) => {
      const toPersonId = successors.get(thing.personId) ?? null;
      const account = accounts.find(({ personId }) => personId === toPersonId);
      if (account) return { thing, toPersonId, toAccountId: account.id, outcome: 'passes' };
      if (keeperId === null || keeperId === thing.accountId)
        return { thing, toPersonId, toAccountId: null, outcome: 'stays' };
      return { thing, toPersonId, toAccountId: keeperId, outcome: 'to-keeper' };
    });
}

/** That somebody signs for a party of an agreement that is not over. */
export type Representation = {
  readonly partyId: string;
  readonly agreementId: string;
  readonly version: number;
  readonly personId: string;
  readonly party: Party;
};

/** What becomes of it. Words: `handing-over.representation.<outcome>`. */
export const representationPassings = ['passes', 'vacant', 'not-yours'] as const;
export type RepresentationPassing = (typeof representationPassings)[number];
export type PlannedRepresentation = {
  readonly held: Representation;
  readonly outcome: RepresentationPassing;
  readonly toPersonId: string | null;
};

/**
 * Who signs for a party from now on: who comes, or nobody yet. What was signed stays signed by whoever signed it.
 * What is not the hander-over's to change is named and stays.
 */
export function planRepresentations(
  actor: Actor,
  passings: readonly Passing[],
  held: readonly Representation[],
): PlannedRepresentation[] {
  const successors = new Map(passings.map(({ from, to }) => [from, to]));
  return held
    .filter(({ personId }) => successors.has(personId))
    .map((one) => {
      const toPersonId = successors.get(one.personId) ?? null;
      const { territoryId } = one.party;
      const isTheirs = mayDo(actor, 'hand-over', { territoryId }) && mayActFor(actor, one.party);
      if (!isTheirs) return { held: one, toPersonId, outcome: 'not-yours' };
      return { held: one, toPersonId, outcome: toPersonId === null ? 'vacant' : 'passes' };
    });
}
