import type { Answer } from '../api.ts';

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
