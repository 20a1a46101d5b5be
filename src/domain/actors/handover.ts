import { isWithin, type Day, type Term } from '#domain/shared/dates.ts';
import { refuse } from './refusals.ts';
import type { Capacity, PostKind } from './vocabulary.ts';

/** An office that somebody holds. */
export type HeldPost = Term & {
  readonly id: string;
  readonly organisationId: string;
  readonly territoryId: number;
  readonly kind: PostKind;
  readonly title: string;
  readonly topic: string | null;
  readonly alternate: boolean;
  readonly personId: string | null;
};

/** A seat that somebody holds. */
export type HeldSeat = Term & {
  readonly id: string;
  readonly seatId: string;
  readonly structureId: string;
  readonly territoryId: number;
  readonly capacity: Capacity;
  readonly personId: string;
};

/** Who leaves and who comes; nobody comes when the place stays vacant. */
export type Passing = { readonly from: string; readonly to: string | null };

export type HandoverPlan = {
  readonly endPosts: readonly string[];
  readonly startPosts: readonly (Omit<HeldPost, 'id'> & Replacing)[];
  readonly endSeats: readonly string[];
  readonly startSeats: readonly (Omit<HeldSeat, 'id'> & Replacing)[];
};

/** What somebody held before, in whose place this begins. */
type Replacing = { readonly replaces: string };

/**
 * What passes on when people change, in one step: on the day, each post and seat of those who leave ends
 * and begins for who comes. A post that nobody takes stays as a vacant post; a seat without a term is vacant by itself.
 * What begins later than the day, or has ended, is left alone. What ends anyway keeps its end for who comes.
 * @param endingRoles how many roles of their accounts end: somebody may hold nothing else
 * @throws Refusal when somebody hands over to themselves, or when nothing is there to hand over
 */
export function planHandover(
  passings: readonly Passing[],
  held: { readonly posts: readonly HeldPost[]; readonly seats: readonly HeldSeat[] },
  onDay: Day,
  endingRoles = 0,
): HandoverPlan {
  if (passings.some(({ from, to }) => from === to))
    throw refuse('actors.handover-self', { field: 'toPersonId' });
  const successors = new Map(passings.map(({ from, to }) => [from, to]));
  const passes = (term: Term & { personId: string | null }) =>
    term.personId !== null && successors.has(term.personId) && isWithin(term, onDay) && term.from !== onDay;
  const posts = held.posts.filter(passes);
  const seats = held.seats.filter(passes);
  if (posts.length + seats.length + endingRoles === 0) throw refuse('actors.nothing-to-hand-over');
  return {
    endPosts: posts.map((post) => post.id),
    startPosts: posts.map((post) => ({
      ...inPlaceOf(post),
      from: onDay,
      personId: successors.get(post.personId ?? '') ?? null,
    })),
    endSeats: seats.map((seat) => seat.id),
    startSeats: seats.flatMap((seat) => {
      const personId = successors.get(seat.personId) ?? null;
      return personId === null ? [] : [{ ...inPlaceOf(seat), from: onDay, personId }];
    }),
  };
}

function inPlaceOf<T extends { readonly id: string }>(held: T): Omit<T, 'id'> & Replacing {
  const { id: replaces, ...rest } = held;
  return { ...rest, replaces };
}
