import type { Share } from './share.ts';

/** A session of a monitoring commission: called, perhaps held. */
export type Session = { readonly quorum: number; readonly present: number | null };

/**
 * C5, quorum rate: sessions with quorum ÷ sessions called. One that was called and not held had none.
 * Source: process indicators, C5. Example: quorum 3 each; 4 came, 2 came, not held: 1 ÷ 3.
 */
export function quorumRate(sessions: readonly Session[]): Share {
  const reached = sessions.filter(({ quorum, present }) => present !== null && present >= quorum);
  return { numerator: reached.length, denominator: sessions.length };
}
