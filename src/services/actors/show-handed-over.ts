import { findRepresented } from '#database/actors/kept-store.ts';
import { findSeatNames } from '#database/actors/handover-store.ts';
import type { Context, Transaction } from '../context.ts';
import { lookUp, type LookUp } from './look-up.ts';
import type { StoredBrief } from './stored-brief.ts';

/**
 * The brief with names, as far as whoever reads it may see them.
 * @param titles of the lists and files, where the reader is who hands over and so may see them
 */
export async function showHandedOver(
  tx: Transaction,
  context: Context,
  brief: StoredBrief,
  titles: ReadonlyMap<string, string> = new Map(),
) {
  const { kept = [], representations = [] } = brief;
  const all = [...brief.posts, ...brief.seats, ...brief.roles, ...kept, ...representations];
  const people = all.flatMap(({ from, to }) => [from, to]);
  const organisations = [...brief.posts, ...brief.roles].map((one) => one.organisationId);
  const territories = brief.roles.map((role) => role.territoryId);
  const names = await lookUp(tx, context, { people, organisations, territories });
  const seatNames = await findSeatNames(
    tx,
    brief.seats.map((seat) => seat.seatId),
  );
  return {
    posts: brief.posts.map((post) => ({
      title: post.title,
      kind: post.kind,
      organisation: names.organisation(post.organisationId),
      ...fromTo(names, post),
    })),
    seats: brief.seats.flatMap((seat) => {
      const named = seatNames.get(seat.seatId);
      if (!named) return [];
      const structure = { id: named.structureId, name: named.structureName };
      return [{ seat: named.name, capacity: seat.capacity, structure, ...fromTo(names, seat) }];
    }),
    roles: brief.roles.map((role) => ({
      role: role.role,
      territory: names.place(role.territoryId),
      organisation: names.optionalOrganisation(role.organisationId),
      outcome: role.outcome,
      ...fromTo(names, role),
    })),
    kept: kept.map((one) => ({
      kind: one.kind,
      count: one.ids.length,
      titles: one.ids.flatMap((id) => titles.get(id) ?? []),
      outcome: one.outcome,
      ...fromTo(names, one),
    })),
    representations: await showRepresentations(tx, names, representations),
  };
}

function fromTo(names: LookUp, one: { readonly from: string | null; readonly to: string | null }) {
  return { from: names.person(one.from), to: names.person(one.to) };
}

// An agreement that the reader does not see is left out.
async function showRepresentations(
  tx: Transaction,
  names: LookUp,
  representations: NonNullable<StoredBrief['representations']>,
) {
  const represented = await findRepresented(
    tx,
    representations.map(({ partyId }) => partyId),
  );
  return representations.flatMap((one) => {
    const named = represented.get(one.partyId);
    if (!named) return [];
    const agreement = { id: named.agreementId, name: named.title ?? '' };
    return [{ agreement, party: named.party ?? '', outcome: one.outcome, ...fromTo(names, one) }];
  });
}
