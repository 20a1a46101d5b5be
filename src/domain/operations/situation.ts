import type { Norm } from '#domain/actors/missing.ts';
import type { PostKind, SeatRole } from '#domain/actors/vocabulary.ts';
import { isWithin, type Day, type Term } from '#domain/shared/dates.ts';

/** A term is told of this many days before it ends: a board that meets every month still meets twice. */
export const daysBeforeEnd = 90;
/** An invitation is told of when it was not used for this many days. */
export const daysUnused = 7;

/** The day so many days after another. */
export function dayAfter(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Whether a term holds today and will not hold ninety days from now. */
export function endsSoon(term: Term, today: Day): boolean {
  return isWithin(term, today) && term.to !== null && term.to <= dayAfter(today, daysBeforeEnd);
}

/** How a territory stands against what is expected of its kind. Classes only: nobody is ranked. */
export type Standing = 'complete' | 'partly' | 'lacking' | 'unknown' | 'no-norm';

/**
 * Compares the structures of a territory with the norms of its kind.
 * What is not registered and may well exist is neither there nor lacking.
 * @param present the kinds of structure that the territory itself has
 * @param absent the norms of which somebody said that the territory has none
 */
export function standingOf(
  norms: readonly Norm[],
  territory: { readonly kind: string },
  present: readonly string[],
  absent: readonly string[] = [],
): { readonly standing: Standing; readonly has: readonly Norm[]; readonly lacks: readonly Norm[] } {
  const applicable = norms.filter(
    (norm) => norm.expects === 'structure' && norm.territoryKind === territory.kind,
  );
  const isThere = (norm: Norm) => norm.what.split('|').some((kind) => present.includes(kind));
  const has = applicable.filter(isThere);
  const lacks = applicable.filter((norm) => !isThere(norm) && (norm.known || absent.includes(norm.id)));
  if (applicable.length === 0) return { standing: 'no-norm', has, lacks };
  if (has.length + lacks.length === 0) return { standing: 'unknown', has, lacks };
  if (lacks.length === 0)
    return { standing: has.length === applicable.length ? 'complete' : 'partly', has, lacks };
  return { standing: has.length === 0 ? 'lacking' : 'partly', has, lacks };
}

const postOrder: readonly PostKind[] = ['officer', 'focal-point', 'liaison', 'head'];

/**
 * Whom to call in a territory: whoever answers for prevention in its own government, then the institutions, principals before alternates.
 * @param governing the organisations that govern the territory
 */
export function firstToCall<
  Post extends { readonly kind: string; readonly alternate: boolean; readonly organisationId: string },
>(posts: readonly Post[], governing: readonly string[]): Post | undefined {
  const rank = (post: Post) =>
    Number(post.alternate) * 100 +
    Number(!governing.includes(post.organisationId)) * 10 +
    postOrder.indexOf(post.kind as PostKind);
  return posts.toSorted((one, other) => rank(one) - rank(other))[0];
}

const seatOrder: readonly SeatRole[] = ['secretary', 'chair', 'member', 'observer'];

/** Whom to call about a structure: who keeps it, then who presides; somebody who holds a seat now. */
export function firstOfStructure<Seat extends { readonly role: string }>(
  seats: readonly Seat[],
): Seat | undefined {
  return seats.toSorted(
    (one, other) => seatOrder.indexOf(one.role as SeatRole) - seatOrder.indexOf(other.role as SeatRole),
  )[0];
}

/** How much hangs on a vacant seat: without a chair or a secretary nothing is called or written. Less comes first. */
export function weightOfVacancy(vacant: readonly { readonly role: string }[]): number {
  if (vacant.some((seat) => seat.role === 'chair')) return 0;
  return vacant.some((seat) => seat.role === 'secretary') ? 1 : 2;
}
