import type { Answer } from '../api.ts';
import type { State } from '../design/state-tag.tsx';

export type Life = Answer<'getAgreementLife'>;
export type Step = Life['steps'][number];
export type Standing = Life['standing'];

/** The page of an agreement. */
export function addressOfAgreement(id: string): string {
  return `/convenios/${id}`;
}

/** What can be done to it, and all that was done. */
export function addressOfLife(id: string): string {
  return `/convenios/${id}/vida`;
}

/** Where it is read and signed. */
export function addressOfSigning(id: string): string {
  return `/convenios/${id}/firmar`;
}

/** Its papers. */
export function addressOfFiles(id: string): string {
  return `/convenios/${id}/archivos`;
}

/** The text in force. */
export function addressOfConsolidated(id: string): string {
  return `/convenios/${id}/vigente`;
}

/** The look of each standing; the word says which it is. */
export const looks = {
  draft: 'not-applicable',
  negotiation: 'on-time',
  'legal-review': 'on-time',
  approval: 'on-time',
  'ready-to-sign': 'at-risk',
  signed: 'at-risk',
  'in-force': 'fulfilled',
  suspended: 'at-risk',
  'under-notice': 'late',
  expired: 'late',
  terminating: 'late',
  settlement: 'at-risk',
  closed: 'not-applicable',
  abandoned: 'not-applicable',
  annulled: 'not-applicable',
} as const satisfies Record<Standing, State>;

/** The parties for which whoever asks may act, as choices. */
export function yourParties(life: Pick<Life, 'parties'>) {
  return life.parties.filter(({ isYours }) => isYours).map(({ id, name }) => ({ value: id, label: name }));
}

/** All that are still parties, as choices. */
export function presentParties(life: Pick<Life, 'parties'>) {
  return life.parties
    .filter(({ standing }) => standing !== 'withdrawn')
    .map(({ id, name }) => ({ value: id, label: name }));
}
