import type { Share } from './share.ts';

/** A session that was held: how many seats it has, and how many were taken. */
export type HeldSession = { readonly seats: number; readonly present: number | null };

/**
 * C6, attendance: seats that were taken ÷ seats, of the sessions that were held. Who sat there is not recorded, so nothing is said of rank.
 * Source: process indicators, C6. Example: 4 of 5, 2 of 5, and one not held: 6 ÷ 10.
 */
export function attendance(sessions: readonly HeldSession[]): Share {
  const held = sessions.filter(({ present }) => present !== null);
  return {
    numerator: held.reduce((sum, { present, seats }) => sum + Math.min(present ?? 0, seats), 0),
    denominator: held.reduce((sum, { seats }) => sum + seats, 0),
  };
}
