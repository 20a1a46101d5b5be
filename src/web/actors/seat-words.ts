import type { Say } from '#words/say.ts';
import type { Seat, StructureLine } from './actor-shapes.ts';

/** How many seats there are and how many are filled, as far as may be told: never a zero for what is not shown. */
export function seatsInWords(structure: Pick<StructureLine, 'seats' | 'filledSeats'>, say: Say): string {
  const { seats, filledSeats } = structure;
  if (seats === 0) return say('actor-pages.no-seats');
  if (filledSeats === null) return say('actor-pages.seats-count', { all: seats });
  const vacant = seats - filledSeats;
  return vacant === 0
    ? say('actor-pages.seats-all', { all: seats })
    : say('actor-pages.seats-vacant', { all: seats, vacant });
}

/** What a seat is: its function, whose it is, and whether it votes. */
export function seatFacts(seat: Seat, say: Say): string {
  return [
    say.dynamic(`actors.seat.${seat.role}`),
    seat.organisation?.name ?? null,
    seat.hasVote ? null : say('actor-pages.no-vote'),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}
