/** What a mark of a drawing is, and so what colour it has: on paper one, on the screen the page's tokens. */
export const drawingTones = [
  'ink',
  'soft',
  'rule',
  'action',
  'pale',
  'none',
  'class-high',
  'class-middle',
  'class-low',
  'class-none-due',
] as const;

export type DrawingTone = (typeof drawingTones)[number];

/** One mark. Lengths are in the units of the drawing's own width. */
export type Mark =
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly tone: DrawingTone;
    }
  | {
      readonly kind: 'line';
      readonly from: readonly [number, number];
      readonly to: readonly [number, number];
      readonly tone: DrawingTone;
    }
  | { readonly kind: 'path'; readonly d: string; readonly tone: DrawingTone; readonly isDashed: boolean }
  | {
      readonly kind: 'text';
      readonly at: readonly [number, number];
      readonly text: string;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly tone: DrawingTone;
    };

/**
 * A chart or map as marks in a frame: drawn once, written as SVG for paper and as elements for the page, so that both show the same.
 * It always comes with a table or words that say the same.
 */
export type Drawing = { readonly width: number; readonly height: number; readonly marks: readonly Mark[] };
