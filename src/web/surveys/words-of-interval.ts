import type { Format } from '#words/format.ts';
import type { Say } from '#words/say.ts';

/** Between what and what an estimate lies; or that its source publishes no interval. */
export function wordsOfInterval(
  say: Say,
  format: Format,
  interval: { readonly lower: number; readonly upper: number } | null,
): string {
  if (interval === null) return say('surveys.no-interval');
  return `${format.number(interval.lower, 1)} – ${format.number(interval.upper, 1)}`;
}
