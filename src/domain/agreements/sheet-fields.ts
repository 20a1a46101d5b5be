/** What a column of somebody's own list of commitments can say. Words: `registering.field.<field>`. */
export const sheetFields = [
  'obligor',
  'what',
  'beneficiary',
  'due',
  'proof',
  'place',
  'quantity',
  'unit',
  'start',
  'office',
] as const;
export type SheetField = (typeof sheetFields)[number];
