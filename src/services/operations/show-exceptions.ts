import type { PostEnding, SeatNow } from '#database/operations/situation-views.ts';
import type { SeatRole } from '#domain/actors/vocabulary.ts';
import { endsSoon, weightOfVacancy } from '#domain/operations/situation.ts';
import type { Day } from '#domain/shared/dates.ts';
import type { LookUp } from '../actors/look-up.ts';
import type { Callers } from './whom-to-call.ts';

const atMost = 50;

/** Structures with seats that nobody holds; those without a chair first, then without a secretary. */
export function showVacancies(seats: readonly SeatNow[], names: LookUp, call: Callers) {
  const structures = [...Map.groupBy(seats, (seat) => seat.structure_id).values()];
  return structures
    .map((all) => ({ all, vacant: all.filter((seat) => !seat.is_held) }))
    .filter(({ vacant }) => vacant.length > 0)
    .toSorted((one, other) => weightOfVacancy(one.vacant) - weightOfVacancy(other.vacant))
    .slice(0, atMost)
    .flatMap(({ all, vacant }) => {
      const [first] = all;
      if (!first) return [];
      return {
        structure: { id: first.structure_id, name: first.structure_name },
        territory: names.place(first.territory_id),
        vacant: vacant.map((seat) => ({
          id: seat.seat_id,
          name: seat.name,
          role: seat.role as SeatRole,
          until: seat.until,
        })),
        seats: all.length,
        call: call.inStructure(first.structure_id, first.territory_id),
      };
    });
}

type Ending = { readonly seats: readonly SeatNow[]; readonly posts: readonly PostEnding[] };

/** Terms that nobody follows: offices that ended, then offices and seats that end soon, the soonest first. */
export function showTerms({ seats, posts }: Ending, names: LookUp, call: Callers, today: Day) {
  const ofSeats = seats
    .filter((seat) => seat.is_held && !seat.is_followed && endsSoon({ from: null, to: seat.until }, today))
    .map((seat) => ({
      what: 'seat' as const,
      title: seat.name,
      within: { id: seat.structure_id, name: seat.structure_name },
      territory: names.place(seat.territory_id),
      person: names.person(seat.person_id),
      on: seat.until ?? today,
      hasEnded: false,
      call: call.inStructure(seat.structure_id, seat.territory_id),
    }));
  const ofPosts = posts.map((post) => ({
    what: 'post' as const,
    title: post.title,
    within: { id: post.organisation_id, name: post.organisation_name },
    territory: names.place(post.territory_id),
    person: names.person(post.person_id),
    on: post.valid_to,
    hasEnded: post.valid_to <= today,
    call: call.inTerritory(post.territory_id),
  }));
  return [...ofPosts, ...ofSeats].toSorted((one, other) => one.on.localeCompare(other.on)).slice(0, atMost);
}
