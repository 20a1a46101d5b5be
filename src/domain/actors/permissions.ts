import type { Actor } from '#domain/access/actor.ts';
import type { Deed } from '#domain/access/deeds.ts';
import { mayDo, permit } from '#domain/access/permissions.ts';

export type OrganisationPlace = { readonly id: string; readonly territoryId: number };
export type StructurePlace = { readonly id: string; readonly territoryId: number };
export type PersonPlace = {
  readonly id: string;
  readonly territoryId: number;
  readonly organisationId: string | null;
};
/** Work stands in a territory and is an organisation's; so do posts. */
export type WorkPlace = { readonly organisationId: string; readonly territoryId: number };

const asPlace = (organisation: OrganisationPlace) => ({
  territoryId: organisation.territoryId,
  organisationId: organisation.id,
});

/** Whether somebody may change an organisation: those of its territory, and the organisation itself. */
export function mayEditOrganisation(actor: Actor, organisation: OrganisationPlace): boolean {
  return mayDo(actor, 'edit-organisation', asPlace(organisation));
}

export function permitEditOrganisation(actor: Actor, organisation: OrganisationPlace): void {
  permit(actor, 'edit-organisation', asPlace(organisation));
}

/** Whether somebody may enter a new organisation in a territory. */
export function permitCreateOrganisation(actor: Actor, territoryId: number): void {
  permit(actor, 'edit-organisation', { territoryId });
}

/** A post belongs to its organisation and to the territory it serves. */
export function permitEditPost(actor: Actor, post: WorkPlace): void {
  permit(actor, 'edit-organisation', post);
}

/** What an organisation does is said by itself, or by those of the territory where it does it. */
export function permitDescribeWork(actor: Actor, work: WorkPlace): void {
  permit(actor, 'describe-work', work);
}

export function mayDescribeWork(actor: Actor, work: WorkPlace): boolean {
  return mayDo(actor, 'describe-work', work);
}

export function mayEditStructure(actor: Actor, structure: StructurePlace): boolean {
  return mayDo(actor, 'edit-structure', { territoryId: structure.territoryId, structureId: structure.id });
}

export function permitEditStructure(actor: Actor, structure: StructurePlace): void {
  permit(actor, 'edit-structure', { territoryId: structure.territoryId, structureId: structure.id });
}

/** To say that a territory has none of what is expected there is for whoever would register it. */
export function permitRecordAbsence(actor: Actor, territoryId: number): void {
  permit(actor, 'edit-structure', { territoryId });
}

export function permitCreateStructure(actor: Actor, territoryId: number): void {
  permit(actor, 'edit-structure', { territoryId });
}

const personPlace = ({ id, territoryId, organisationId }: PersonPlace) => ({
  territoryId,
  organisationId,
  personId: id,
});

export function mayEditPerson(actor: Actor, person: PersonPlace): boolean {
  return mayDo(actor, 'edit-person', personPlace(person));
}

export function permitEditPerson(actor: Actor, person: PersonPlace): void {
  permit(actor, 'edit-person', personPlace(person));
}

export function permitCreatePerson(
  actor: Actor,
  place: { territoryId: number; organisationId: string | null },
): void {
  permit(actor, 'edit-person', place);
}

/** Merging takes the right to both. */
export function permitMerge(
  actor: Actor,
  kept: { readonly territoryId: number },
  absorbed: { readonly territoryId: number },
): void {
  permit(actor, 'merge', { territoryId: kept.territoryId });
  permit(actor, 'merge', { territoryId: absorbed.territoryId });
}

export function mayHandOver(actor: Actor, territoryId: number): boolean {
  return mayDo(actor, 'hand-over', { territoryId });
}

export function permitHandOver(actor: Actor, territoryId: number): void {
  permit(actor, 'hand-over', { territoryId });
}

export function permitImport(actor: Actor, territoryId: number): void {
  permit(actor, 'import', { territoryId });
}

export function permitExport(actor: Actor, territoryId: number): void {
  permit(actor, 'export', { territoryId });
}

/** The deeds of this room that somebody may do in a place, for the screen. */
export function abilitiesOf(
  actor: Actor,
  place: Parameters<typeof mayDo>[2],
  asked: readonly Deed[],
): Deed[] {
  return asked.filter((deed) => mayDo(actor, deed, place));
}
