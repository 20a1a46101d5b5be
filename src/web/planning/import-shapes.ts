import type { Answer } from '../api.ts';

export type SeenImport = Answer<'getInventoryImport'>;

/** What a column of an operating plan may hold, in the order in which it is offered. */
export const columnFields = [
  'title',
  'kind',
  'code',
  'description',
  'goal',
  'unit',
  'place',
  'place-1',
  'place-2',
  'place-3',
  'from',
  'to',
  'year',
  'amount',
  'currency',
  'reference',
] as const;
