import type { AuthorityRow } from '#database/actors/territory-actors-views.ts';
import type { AuthorityKind } from '#domain/actors/vocabulary.ts';
import type { Day } from '#domain/shared/dates.ts';
import type { GatheredActors } from './gather-actors.ts';
import { showContact, type LookUp } from './look-up.ts';
import { showOrganisation, showPost, showSeats, showStructure, showWork } from './show-actors.ts';

export function showAuthority(row: AuthorityRow, names: LookUp) {
  return {
    id: row.id,
    kind: row.kind as AuthorityKind,
    organisation: { id: row.organisation_id, name: row.organisation_name },
    note: row.note,
    source: names.source(row.source_id),
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}

/** What is registered in one territory itself, out of all that was gathered. */
export function showActorsOf(
  territoryId: number,
  found: GatheredActors,
  names: LookUp,
  seen: { readonly today: Day; readonly mayKnow: boolean },
) {
  const isHere = (row: { readonly territory_id: number }) => row.territory_id === territoryId;
  return {
    territory: names.place(territoryId),
    authorities: found.authorities.filter(isHere).map((row) => showAuthority(row, names)),
    structures: found.structures.filter(isHere).map((row) => ({
      ...showStructure(row, names),
      seatList: showSeats(row.id, found.seats, names, seen),
    })),
    posts: found.posts.filter(isHere).map((row) => showPost(row, names, seen.today)),
    work: found.work.filter(isHere).map((row) => showWork(row, names)),
    organisations: found.organisations.filter(isHere).map((row) => ({
      ...showOrganisation(row, names),
      contacts: (found.contacts.get(row.id) ?? []).map(showContact),
    })),
  };
}
