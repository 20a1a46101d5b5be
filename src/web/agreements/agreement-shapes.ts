import type { Answer } from '../api.ts';
import type { State } from '../design/state-tag.tsx';

export type Agreement = Answer<'getAgreement'>;
export type AgreementLine = Answer<'listAgreements'>['items'][number];
export type Clause = Answer<'getAgreementClause'>;
export type PartyOfAgreement = Agreement['partyList'][number];

/** The page of an agreement, or one of the pages below it. */
export function addressOfAgreement(id: string, below = ''): string {
  return `/convenios/${id}${below && `/${below}`}`;
}

/** The editor of a clause. */
export function addressOfClause(agreementId: string, clauseId: string): string {
  return addressOfAgreement(agreementId, `clausulas/${clauseId}`);
}

/** The page of an organisation or a structure. */
export function addressOfHolder(holder: { readonly id: string; readonly kind: string }): string {
  return `/actores/${holder.kind === 'organisation' ? 'organizaciones' : 'estructuras'}/${holder.id}`;
}

/** The look of each standing; the word says which it is. */
export const looks = {
  draft: 'not-applicable',
  negotiation: 'missing',
  'legal-review': 'missing',
  approval: 'missing',
  'ready-to-sign': 'on-time',
  signed: 'on-time',
  'in-force': 'fulfilled',
  suspended: 'at-risk',
  'under-notice': 'late',
  expired: 'not-applicable',
  terminating: 'at-risk',
  settlement: 'at-risk',
  closed: 'not-applicable',
  abandoned: 'not-applicable',
  annulled: 'not-applicable',
} as const satisfies Record<Agreement['standing'], State>;

const over = new Set<Agreement['standing']>(['settlement', 'closed', 'abandoned', 'annulled']);

/** Until when it binds; nothing where it ended before the day that was agreed. */
export function untilWhen({ standing, endsOn }: Pick<Agreement, 'standing' | 'endsOn'>): string | null {
  return over.has(standing) ? null : endsOn;
}

/** Whether its text may still be worked on. */
export function isOpen(agreement: Pick<Agreement, 'standing'>): boolean {
  return agreement.standing === 'draft' || agreement.standing === 'negotiation';
}

/** Whether whoever reads works on it. */
export function mayWork(agreement: Pick<Agreement, 'abilities'>): boolean {
  return agreement.abilities.includes('work');
}
