import type { Sheet } from './sheet.ts';

/** This format counts distances in twentieths of a point. */
export const twip = 20;
export const margin = 68 * twip;
export const papers = {
  letter: { width: 612 * twip, height: 792 * twip },
  a4: { width: 11906, height: 16838 },
} as const;

/** The width between the margins. */
export function widthOf(paper: Sheet['paper']): number {
  return papers[paper].width - 2 * margin;
}
