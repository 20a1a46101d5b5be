import { isOfSide, mayActFor, represents, type Party } from '#domain/access/acting-for.ts';
import type { Actor } from '#domain/access/actor.ts';
import { mayDo } from '#domain/access/permissions.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { refuse } from './refusals.ts';

/** Those whom a commitment names, and where it is owed. */
export type Concerned = {
  readonly territoryId: number;
  /** The obligor first, then those co-obliged. */
  readonly obliged: readonly Party[];
  readonly beneficiary: Party | null;
  readonly verifier: Party | null;
  /** The other parties of the agreement that it belongs to: they read all of it, and write it down while it is proposed. */
  readonly within: readonly Party[];
  /** The monitoring commission of that agreement. */
  readonly commission: Party | null;
};

type Overseen = Pick<Concerned, 'territoryId' | 'commission'>;

/** What the monitoring commission or the centre does. */
export function mayOversee(actor: Actor, { territoryId, commission }: Overseen): boolean {
  if (mayDo(actor, 'oversee-agreement', { territoryId })) return true;
  return (
    commission !== null &&
    mayDo(actor, 'oversee-agreement', { territoryId: commission.territoryId, structureId: commission.id })
  );
}

export function permitOversee(actor: Actor, concerned: Overseen): void {
  if (!mayOversee(actor, concerned)) throw refuseShared(noReason(actor));
}

/** The first of some parties for whom somebody may act. */
export function actsForOneOf(actor: Actor, parties: readonly (Party | null)[]): Party | undefined {
  return parties.find((party): party is Party => party !== null && mayActFor(actor, party));
}

/** Everyone who may read all of a commitment: the parties that row security is told of. */
export function everyoneOf({ obliged, beneficiary, verifier, within, commission }: Concerned): Party[] {
  const all = [...obliged, beneficiary, verifier, ...within, commission].filter((party) => party !== null);
  return [...new Map(all.map((party) => [party.id, party])).values()];
}

/** Entering and correcting a proposal, and what holds it back: whoever owes it, whoever is owed it, or whoever oversees it. */
export function mayPropose(actor: Actor, concerned: Concerned): boolean {
  return actsForOneOf(actor, everyoneOf(concerned)) !== undefined || mayOversee(actor, concerned);
}

export function permitPropose(actor: Actor, concerned: Concerned): void {
  if (!mayPropose(actor, concerned)) throw refuseShared(noReason(actor));
}

/** A commitment outside any agreement is agreed by whoever owes it, or recorded by whoever oversees it. */
export function mayAgree(actor: Actor, concerned: Concerned): boolean {
  return actsForOneOf(actor, concerned.obliged) !== undefined || mayOversee(actor, concerned);
}

/**
 * The party for whom somebody hands evidence in, starts or says when it will come: one of those who owe.
 * @throws Refusal `shared.forbidden`
 */
export function permitForObliged(actor: Actor, concerned: Concerned): Party {
  const party = actsForOneOf(actor, concerned.obliged);
  if (!party) throw refuseShared(noReason(actor));
  return party;
}

/** Whether somebody is of a side, by a role or by what is known of the person. */
export function isOfThatSide(
  actor: Actor,
  side: ReadonlySet<string>,
  ownOrganisations: readonly string[],
): boolean {
  return isOfSide(actor, side) || ownOrganisations.some((id) => side.has(id));
}

/** What decides whether somebody may verify. */
export type Verifying = {
  readonly concerned: Concerned;
  /** Ids of all who are of the side that owes: `sideOf`. */
  readonly obligedSide: ReadonlySet<string>;
  /** Organisations that whoever acts belongs to by what is known of the person, beside the roles. */
  readonly ownOrganisations: readonly string[];
  /** The accounts that handed in what waits. */
  readonly submitters: readonly (string | null)[];
  /** Whether the verifier kept silent so long that the commission or the centre may act. */
  readonly hasPassed: boolean;
};

/** For whom somebody verifies: the verifier that was named, or the commission (null). */
export type VerifyingFor = { readonly party: Party | null };

/**
 * Whoever owes does not verify, nor anyone of their side, nor whoever handed the evidence in. The verifier does, and after
 * its silence, or where there is none, the commission or the centre.
 * @throws Refusal `commitments.own-side`, `commitments.own-evidence`, `shared.forbidden`
 */
export function permitVerify(actor: Actor, verifying: Verifying): VerifyingFor {
  const { concerned, obligedSide, submitters, ownOrganisations } = verifying;
  const byVerifier = concerned.verifier !== null && verifiesFor(actor, concerned, concerned.verifier);
  const byCommission = (concerned.verifier === null || verifying.hasPassed) && mayOversee(actor, concerned);
  if (!byVerifier && !byCommission) throw refuseShared(noReason(actor));
  if (isOfThatSide(actor, obligedSide, ownOrganisations)) {
    throw refuse('commitments.own-side');
  }
  if (actor.kind === 'account' && submitters.includes(actor.accountId)) {
    throw refuse('commitments.own-evidence');
  }
  return { party: byVerifier ? concerned.verifier : null };
}

// Whoever oversees may write things down for anybody there; of a verifier that still has its days it makes them no representative.
function verifiesFor(actor: Actor, concerned: Concerned, verifier: Party): boolean {
  return mayActFor(actor, verifier) && (represents(actor, verifier) || !mayOversee(actor, concerned));
}

/** Whether somebody may verify, for the screen. */
export function mayVerify(actor: Actor, verifying: Verifying): boolean {
  try {
    permitVerify(actor, verifying);
    return true;
  } catch {
    return false;
  }
}

function noReason(actor: Actor) {
  return actor.kind === 'visitor' ? ('shared.signed-out' as const) : ('shared.forbidden' as const);
}
