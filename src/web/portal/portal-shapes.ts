import { publicStates } from '#domain/commitments/public-list.ts';
import type { Answer } from '../api.ts';

export type Promises = Answer<'listPublicCommitments'>;
export type PromiseLine = Promises['items'][number];
export type Tally = Promises['tally'];

/** Where everybody reads what was promised in a territory; the address stays. */
export function addressOfPromises(reference: string): string {
  return `/territorios/${reference}/compromisos`;
}

/** What the public list is narrowed to: unknown words ask for nothing. */
export function askedOfPromises(request: Request) {
  const query = new URL(request.url).searchParams;
  return {
    state: publicStates.find((state) => state === query.get('estado')) ?? ('all' as const),
    text: query.get('texto')?.trim().slice(0, 200) || undefined,
  };
}

/** Those of which one can already say whether they were kept: handed in, or their day has passed. */
export function pastOf({ met, delivered, inReview, late }: Tally): number {
  return met + delivered + inReview + late;
}
