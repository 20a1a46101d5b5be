import type { Share } from './share.ts';

/** Whose voice a seat is, as far as its organisation says. */
export const voices = ['community', 'women', 'youth', 'other'] as const;
export type Voice = (typeof voices)[number];

const ofCommunity: ReadonlySet<string> = new Set([
  'cso',
  'community-association',
  'church',
  'indigenous-authority',
]);

/** Whose voice the seat of an organisation is: by what it is about before what it is. */
export function voiceOf({ kind, sector }: { readonly kind: string; readonly sector: string }): Voice {
  if (sector === 'women' || sector === 'youth') return sector;
  return ofCommunity.has(kind) ? 'community' : 'other';
}

/**
 * C18, participation: seats of the community, of women's and of youth organisations ÷ seats of boards and committees. Whether they spoke is
 * not recorded, nor who sits there. Source: process indicators, C18. Example: a church, a ministry of youth, a police: 2 ÷ 3.
 */
export function participation(seats: readonly { readonly voice: Voice }[]): Share {
  return {
    numerator: seats.filter(({ voice }) => voice !== 'other').length,
    denominator: seats.length,
  };
}
