import type { WrittenAction } from './action.ts';
import type { ActionContent } from './plan-content.ts';

/** What an edition names, as it is found today: places by number, and who was merged since by whom they were merged into; null where it is gone. */
export type Found = {
  readonly place: (reference: string) => number | null;
  readonly organisation: (id: string) => string | null;
  readonly structure: (id: string) => string | null;
  readonly need: (id: string) => string | null;
  readonly line: (id: string) => string | null;
};

const orNull = <Id>(find: (id: string) => Id | null, id: string | undefined): Id | null =>
  id === undefined ? null : find(id);

/** An action as an edition has it, to be written back. */
export function writtenBackOf(action: ActionContent, found: Found): WrittenAction {
  const { id: _id, places, need, lines, responsibleOrganisation, responsibleStructure, ...rest } = action;
  const partners = action.partners.flatMap(({ organisation, contribution }) => {
    const organisationId = found.organisation(organisation.id);
    return organisationId === null ? [] : [{ organisationId, contribution }];
  });
  return {
    ...rest,
    placeIds: [...new Set(places.flatMap(({ reference }) => found.place(reference) ?? []))],
    needId: orNull(found.need, need?.id),
    lineIds: [...new Set(lines.flatMap(({ id }) => found.line(id) ?? []))],
    responsibleOrganisationId: orNull(found.organisation, responsibleOrganisation?.id),
    responsibleStructureId: orNull(found.structure, responsibleStructure?.id),
    // Two that were merged into one take part once.
    partners: [...new Map(partners.map((partner) => [partner.organisationId, partner])).values()],
    budget: action.budget.map(({ sourceOrganisation, ...line }) => ({
      ...line,
      sourceOrganisationId: orNull(found.organisation, sourceOrganisation?.id),
    })),
  };
}
