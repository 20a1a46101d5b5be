import type { OrganisationRow } from '#database/actors/organisation-views.ts';
import type { PostRow } from '#database/actors/post-store.ts';
import type { SeatRow, SeatTermRow, StructureListRow } from '#database/actors/structure-views.ts';
import type { WorkRow } from '#database/actors/work-store.ts';
import type { PreventionFunction } from '#domain/actors/functions.ts';
import type {
  Capacity,
  OrganisationKind,
  OrganisationLevel,
  OrganisationStanding,
  PostKind,
  PreventionLevel,
  SeatRole,
  Sector,
  StructureKind,
  StructureStanding,
} from '#domain/actors/vocabulary.ts';
import { isWithin, type Day } from '#domain/shared/dates.ts';
import type { LookUp } from './look-up.ts';

// Rows hold text where the database checks a list; here it gets its type back, and the contract checks it on the way out.

export const organisationIds = (rows: readonly OrganisationRow[]) => ({
  territories: rows.map((row) => row.territory_id),
  organisations: rows.map((row) => row.parent_id),
});

export function showOrganisation(row: OrganisationRow, names: LookUp) {
  return {
    id: row.id,
    name: row.name,
    shortName: row.short_name,
    kind: row.kind as OrganisationKind,
    sector: row.sector as Sector,
    level: row.level as OrganisationLevel,
    standing: row.standing as OrganisationStanding,
    territory: names.place(row.territory_id),
    parent: names.optionalOrganisation(row.parent_id),
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}

export const postIds = (rows: readonly PostRow[]) => ({
  territories: rows.map((row) => row.territory_id),
  organisations: rows.map((row) => row.organisation_id),
  people: rows.map((row) => row.person_id),
});

export function showPost(row: PostRow, names: LookUp, today: Day) {
  return {
    id: row.id,
    kind: row.kind as PostKind,
    title: row.title,
    topic: row.topic,
    alternate: row.alternate,
    organisation: names.organisation(row.organisation_id),
    territory: names.place(row.territory_id),
    person: names.person(row.person_id),
    isVacant: row.person_id === null,
    isCurrent: isWithin({ from: row.valid_from, to: row.valid_to }, today),
    validFrom: row.valid_from,
    validTo: row.valid_to,
    version: row.version,
  };
}

export const workIds = (rows: readonly WorkRow[]) => ({
  territories: rows.map((row) => row.territory_id),
  organisations: rows.map((row) => row.organisation_id),
  sources: rows.map((row) => row.source_id),
});

export function showWork(row: WorkRow, names: LookUp) {
  return {
    id: row.id,
    organisation: names.organisation(row.organisation_id),
    territory: names.place(row.territory_id),
    function: row.function as PreventionFunction,
    description: row.description,
    targetGroup: row.target_group,
    preventionLevel: row.prevention_level as PreventionLevel | null,
    staff: row.staff,
    capacity: row.capacity,
    source: names.source(row.source_id),
    validFrom: row.valid_from,
    validTo: row.valid_to,
    version: row.version,
  };
}

export function showStructure(row: StructureListRow, names: LookUp) {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind as StructureKind,
    standing: row.standing as StructureStanding,
    territory: names.place(row.territory_id),
    seats: Number(row.seats ?? 0),
    filledSeats: row.sees ? Number(row.filled ?? 0) : null,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}

/** The seats of one structure. Who does not show is not named; whether a seat is vacant is said only to who may see. */
export function showSeats(
  structureId: string,
  found: { readonly seats: readonly SeatRow[]; readonly terms: readonly SeatTermRow[] },
  names: LookUp,
  seen: { readonly today: Day; readonly mayKnow: boolean },
) {
  return found.seats
    .filter((seat) => seat.structure_id === structureId)
    .map((seat) => {
      const terms = found.terms
        .filter((term) => term.seat_id === seat.id)
        .map((term) => ({
          id: term.id,
          person: names.person(term.person_id),
          capacity: term.capacity as Capacity,
          validFrom: term.valid_from,
          validTo: term.valid_to,
          isCurrent: isWithin({ from: term.valid_from, to: term.valid_to }, seen.today),
        }));
      return {
        id: seat.id,
        name: seat.name,
        role: seat.role as SeatRole,
        hasVote: seat.has_vote,
        position: seat.position,
        organisation: names.optionalOrganisation(seat.organisation_id),
        terms,
        isVacant: seen.mayKnow ? !terms.some((term) => term.isCurrent) : null,
        version: seat.version,
      };
    });
}

/** Several sets of ids in one. */
export function joinIds(
  ...sets: readonly Partial<
    Record<'territories' | 'organisations' | 'people' | 'sources', readonly unknown[]>
  >[]
) {
  return {
    territories: sets.flatMap((set) => (set.territories ?? []) as number[]),
    organisations: sets.flatMap((set) => (set.organisations ?? []) as (string | null)[]),
    people: sets.flatMap((set) => (set.people ?? []) as (string | null)[]),
    sources: sets.flatMap((set) => (set.sources ?? []) as (string | null)[]),
  };
}
