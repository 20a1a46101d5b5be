import type { Answer } from '../api.ts';
import type { State } from '../design/state-tag.tsx';

export type Entry = Answer<'getInventoryEntry'>;
export type EntryLine = Answer<'listInventory'>['items'][number];

/** The page of an entry; an approved plan has its own. */
export function addressOfEntry(entry: Pick<EntryLine, 'id' | 'origin'>): string {
  return entry.origin === 'plan' ? `/planes/${entry.id}` : `/inventario/${entry.id}`;
}

/** The inventory of a territory. */
export function addressOfInventory(reference: string): string {
  return `/inventario?lugar=${reference}`;
}

/** The look of each link; the word says which it is. */
export const looksOfLinks = {
  direct: 'fulfilled',
  indirect: 'on-time',
  none: 'not-applicable',
  undecided: 'missing',
} as const satisfies Record<EntryLine['link'], State>;
