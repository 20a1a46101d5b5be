import { passThings } from '#database/actors/kept-store.ts';
import { updateAgreementPartyRow } from '#database/agreements/party-store.ts';
import { refuse } from '#domain/shared/refusals.ts';
import type { Deed } from '../audit/record.ts';
import type { Transaction } from '../context.ts';
import type { Undated } from './plan-kept.ts';

/** Passes lists and files in work and who signs for whom; all or nothing. Answers with the deeds to be written down beside the handover. */
export async function passUndated(tx: Transaction, { things, representations }: Undated): Promise<Deed[]> {
  const passing = things.flatMap(({ thing, toAccountId }) =>
    toAccountId === null ? [] : [{ id: thing.id, accountId: toAccountId }],
  );
  if ((await passThings(tx, passing)) !== passing.length) throw refuse('shared.forbidden');
  const deeds: Deed[] = [];
  for (const { held, outcome, toPersonId } of representations) {
    if (outcome === 'not-yours') continue;
    const at = { id: held.partyId, version: held.version };
    if (!(await updateAgreementPartyRow(tx, at, { representative_id: toPersonId })))
      throw refuse('shared.forbidden');
    deeds.push({
      operation: 'updateAgreementParty',
      subjectKind: 'agreement',
      subjectId: held.agreementId,
      territoryId: held.party.territoryId,
      organisationId: null,
      before: { party: held.partyId, representative: held.personId },
      after: { party: held.partyId, representative: toPersonId },
    });
  }
  return deeds;
}

/** What passed, by ids, as the trail lists it under the handover itself. */
export function passedUndated({ things, representations }: Undated) {
  const kept = (kind: 'sheet' | 'file') =>
    things.filter(({ thing, toAccountId }) => thing.kind === kind && toAccountId !== null);
  return {
    sheets: kept('sheet').map(({ thing }) => thing.id),
    files: kept('file').map(({ thing }) => thing.id),
    representations: representations
      .filter(({ outcome }) => outcome !== 'not-yours')
      .map(({ held }) => held.partyId),
  };
}
