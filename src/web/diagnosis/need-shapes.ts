import type { Say } from '#words/say.ts';
import type { Answer } from '../api.ts';
import type { State } from '../design/state-tag.tsx';

export type Need = Answer<'getNeed'>;
export type NeedLine = Answer<'listNeeds'>['items'][number];

/** The page of a need. */
export function addressOfNeed(id: string): string {
  return `/necesidades/${id}`;
}

/** The list of a territory's needs. */
export function addressOfNeeds(reference: string): string {
  return `/territorios/${reference}/necesidades`;
}

/** Whom a need affects, in words. */
export function groupsOf(say: Say, need: Pick<Need, 'groups' | 'groupWords'>): string {
  const names = need.groups
    .filter((group) => group !== 'other' || need.groupWords === null)
    .map((group) => say.dynamic(`diagnosis.group.${group}`));
  return [...names, ...(need.groupWords === null ? [] : [need.groupWords])].join('; ');
}

/** The look of each standing; the word says which it is. */
export const looks = {
  draft: 'not-applicable',
  current: 'missing',
  met: 'fulfilled',
  withdrawn: 'not-applicable',
  merged: 'not-applicable',
  annulled: 'not-applicable',
} as const satisfies Record<Need['standing'], State>;

/** What each field is called where a history or a merge names it. */
export function fieldWord(say: Say, field: string): string {
  const column = field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const names: Readonly<Record<string, string>> = {
    structure_id: 'prioritised_by',
    organisation_id: 'prioritised_by',
    source: 'source_title',
  };
  return say.dynamic(`diagnosis.column.${names[column] ?? column}`);
}
