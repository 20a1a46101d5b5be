import type { Actor } from '#domain/access/actor.ts';
import { mayActFor, represents, type Party } from '#domain/access/acting-for.ts';
import { mayDo } from '#domain/access/permissions.ts';
import { refuse } from '#domain/shared/refusals.ts';

/** What the permissions of an agreement are asked about. */
export type AgreementInQuestion = {
  readonly territoryId: number;
  readonly commissionStructureId: string | null;
  readonly parties: readonly Party[];
};

/** The parties for which somebody may act. */
export function partiesActedFor(actor: Actor, agreement: AgreementInQuestion): Party[] {
  return agreement.parties.filter((party) => mayActFor(actor, party));
}

/** The parties to which somebody belongs. */
export function partiesRepresented(actor: Actor, agreement: AgreementInQuestion): Party[] {
  return agreement.parties.filter((party) => represents(actor, party));
}

/** The monitoring commission, or the centre where there is none. */
export function mayOversee(actor: Actor, agreement: AgreementInQuestion): boolean {
  return mayDo(actor, 'oversee-agreement', {
    territoryId: agreement.territoryId,
    structureId: agreement.commissionStructureId,
  });
}

/** Whoever may act for one of the parties, and whoever oversees it, works on its text. */
export function mayWorkOn(actor: Actor, agreement: AgreementInQuestion): boolean {
  return mayOversee(actor, agreement) || partiesActedFor(actor, agreement).length > 0;
}

/** Throws unless somebody may work on an agreement. */
export function permitWorkOn(actor: Actor, agreement: AgreementInQuestion): void {
  if (!mayWorkOn(actor, agreement))
    throw refuse(actor.kind === 'visitor' ? 'shared.signed-out' : 'shared.forbidden');
}

/** Throws unless somebody may act for this party of an agreement. */
export function permitAsParty(actor: Actor, party: Party): void {
  if (!mayActFor(actor, party))
    throw refuse(actor.kind === 'visitor' ? 'shared.signed-out' : 'shared.forbidden');
}

/** Throws unless somebody oversees an agreement. */
export function permitOversee(actor: Actor, agreement: AgreementInQuestion): void {
  if (!mayOversee(actor, agreement))
    throw refuse(actor.kind === 'visitor' ? 'shared.signed-out' : 'shared.forbidden');
}
