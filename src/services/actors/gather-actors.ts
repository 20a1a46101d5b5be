import { findOrganisationContacts } from '#database/actors/people-views.ts';
import type { PlaceRow } from '#database/actors/place-views.ts';
import { listPostRows } from '#database/actors/post-store.ts';
import { findSeats, listStructureRows } from '#database/actors/structure-views.ts';
import { findAuthorities, findOrganisationsAt } from '#database/actors/territory-actors-views.ts';
import { listWorkRows } from '#database/actors/work-store.ts';
import type { Transaction } from '../context.ts';
import { joinIds, organisationIds, postIds, workIds } from './show-actors.ts';

export type GatheredActors = Awaited<ReturnType<typeof gatherActors>>;

/** All that is registered in these territories, and who governs those that overlap. */
export async function gatherActors(
  tx: Transaction,
  places: readonly PlaceRow[],
  overlapping: readonly PlaceRow[],
  today: string,
) {
  const territoryIds = places.map((place) => place.id);
  const authorities = await findAuthorities(
    tx,
    [...territoryIds, ...overlapping.map((one) => one.id)],
    today,
  );
  const structures = await listStructureRows(tx, { territoryIds, standing: 'active' }, today);
  const seats = await findSeats(
    tx,
    structures.map((row) => row.id),
  );
  const posts = await listPostRows(tx, { territoryIds, currentOn: today });
  const work = await listWorkRows(tx, { territoryIds, currentOn: today });
  const organisations = await findOrganisationsAt(tx, territoryIds);
  const contacts = await findOrganisationContacts(
    tx,
    organisations.map((row) => row.id),
  );
  const ids = joinIds(postIds(posts), workIds(work), organisationIds(organisations), {
    organisations: seats.seats.map((seat) => seat.organisation_id),
    people: seats.terms.map((term) => term.person_id),
    sources: authorities.map((row) => row.source_id),
  });
  return { authorities, structures, seats, posts, work, organisations, contacts, ids };
}
