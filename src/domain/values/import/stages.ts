/**
 * How far a file of figures has got: `waiting` to be read in the background, `reading`, `open` to be corrected and settled, `writing`,
 * `applied`, `revoked`, or `refused` because it could not be read at all.
 */
export const importStages = [
  'waiting',
  'reading',
  'open',
  'writing',
  'applied',
  'revoked',
  'refused',
] as const;

export type ImportStage = (typeof importStages)[number];
