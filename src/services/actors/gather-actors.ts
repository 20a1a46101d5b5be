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
  const governed = [...territoryIds, ...overlapping.map((one) => one.id)];
  const [authorities, structures, posts, work, organisations] = await Promise.all([
    findAuthorities(tx, governed, today),
    listStructureRows(tx, { territoryIds, standing: 'active' }, today),
    listPostRows(tx, { territoryIds, currentOn: today }),
    listWorkRows(tx, { territoryIds, currentOn: today }),
    findOrganisationsAt(tx, territoryIds),
  ]);
  const [seats, contacts] = await Promise.all([
    findSeats(tx, idsOf(structures)),
    findOrganisationContacts(tx, idsOf(organisations)),
  ]);
  const ids = joinIds(postIds(posts), workIds(work), organisationIds(organisations), {
    organisations: seats.seats.map((seat) => seat.organisation_id),
    people: seats.terms.map((term) => term.person_id),
    sources: authorities.map((row) => row.source_id),
  });
  return { authorities, structures, seats, posts, work, organisations, contacts, ids };
}

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map((row) => row.id);
