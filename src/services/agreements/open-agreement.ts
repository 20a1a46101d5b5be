import type { AgreementRow } from '#database/agreements/agreement-columns.ts';
import { findAgreement } from '#database/agreements/agreement-views.ts';
import { findAgreementParties, type AgreementPartyRow } from '#database/agreements/party-views.ts';
import type { Party } from '#domain/access/acting-for.ts';
import { permitWorkOn, type AgreementInQuestion } from '#domain/agreements/permissions.ts';
import { refuse } from '#domain/agreements/refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import type { Context, Transaction } from '../context.ts';

/** An agreement with its parties, in order; who has withdrawn is among them. */
export type OpenAgreement = {
  readonly agreement: AgreementRow;
  readonly parties: readonly AgreementPartyRow[];
};

/** A party as the permissions speak of it. */
export function partyOf(row: AgreementPartyRow): Party {
  return { kind: row.kind, id: row.holderId, territoryId: row.territoryId };
}

/** What the permissions of an agreement are asked about. */
export function inQuestion({ agreement, parties }: OpenAgreement): AgreementInQuestion {
  return {
    territoryId: agreement.territoryId,
    commissionStructureId: agreement.commissionStructureId,
    parties: parties.filter(({ standing }) => standing !== 'withdrawn').map(partyOf),
  };
}

/** Reads an agreement that the caller may see, with its parties. */
export async function findOpenAgreement(tx: Transaction, id: string): Promise<OpenAgreement> {
  const agreement = await findAgreement(tx, id);
  if (!agreement) throw refuse('agreements.not-found');
  return { agreement, parties: await findAgreementParties(tx, id) };
}

/**
 * Reads an agreement for a change, if the caller may work on it and nobody else has changed it since the version they saw.
 * @param at.version left out where what is changed has a version of its own
 */
export async function openAgreement(
  tx: Transaction,
  context: Context,
  at: { readonly id: string; readonly version?: number },
): Promise<OpenAgreement> {
  const open = await findOpenAgreement(tx, at.id);
  permitWorkOn(context.actor, inQuestion(open));
  if (at.version !== undefined && at.version !== open.agreement.version) throw staleAgreement(open.agreement);
  return open;
}

/** The party of an agreement that an id names. */
export function partyIn({ parties }: OpenAgreement, partyId: string): AgreementPartyRow {
  const party = parties.find(({ id, standing }) => id === partyId && standing !== 'withdrawn');
  if (!party) throw refuse('agreements.party-not-found', { field: 'partyId' });
  return party;
}

/** Somebody else was faster: what stands now is shown beside what was written. */
export function staleAgreement(agreement: AgreementRow) {
  return refuseShared('shared.stale', { current: agreement });
}
