import type { AgreementWarning } from '#domain/agreements/warnings.ts';
import type { AgreementStanding } from '#domain/agreements/lifecycle.ts';
import type { WorkKind } from './work.ts';

/** What a party of an agreement has already done on the way to its signature. */
export type PartyProgress = {
  readonly standing: AgreementStanding;
  readonly isObserver: boolean;
  readonly hasConfirmed: boolean;
  readonly hasApproved: boolean;
  readonly hasSigned: boolean;
};

/** The step that an agreement on its way waits for from a party; null where it waits for nothing of it. */
export function stepOfParty(party: PartyProgress): WorkKind | null {
  if (party.isObserver) return null;
  if (party.standing === 'negotiation') return party.hasConfirmed ? null : 'confirm-text';
  if (party.standing === 'approval') return party.hasApproved ? null : 'record-approval';
  return party.standing === 'ready-to-sign' && !party.hasSigned ? 'sign' : null;
}

const kinds: Readonly<Record<AgreementWarning['kind'], WorkKind>> = {
  ends: 'see-end',
  'renews-tacitly': 'see-renewal',
  'review-due': 'see-suspension',
  'cure-ends': 'see-cure',
  'settlement-due': 'see-settlement',
};

/** What a warning asks for. */
export function workOfWarning(warning: AgreementWarning): WorkKind {
  return kinds[warning.kind];
}
