import { findAgreementOf, findAgreementParties } from '#database/commitments/agreement-views.ts';
import type { CommitmentRow } from '#database/commitments/commitment-columns.ts';
import { findPartyRows, type PartyRow } from '#database/commitments/party-views.ts';
import { findParents } from '#database/actors/organisation-views.ts';
import type { Party } from '#domain/access/acting-for.ts';
import type { CommitmentTerms, PartyRef } from '#domain/commitments/commitment.ts';
import { everyoneOf, type Concerned } from '#domain/commitments/permissions.ts';
import { refuse } from '#domain/commitments/refusals.ts';
import { sideOf } from '#domain/commitments/sides.ts';
import type { Transaction } from '../context.ts';

/** Those whom the terms of a commitment name, read once. */
export type PartyBook = ReadonlyMap<string, PartyRow>;

export async function readParties(
  tx: Transaction,
  refs: readonly (PartyRef | null | undefined)[],
): Promise<PartyBook> {
  const found = await findPartyRows(
    tx,
    refs.map((ref) => ref?.id),
  );
  const book = new Map(found);
  // Whoever was merged is stood for by whom it was merged into, and so on to the last.
  for (let ahead = mergedOf(found); ahead.length > 0;) {
    const next = await findPartyRows(
      tx,
      ahead.filter((id) => !book.has(id)),
    );
    for (const [id, row] of next) book.set(id, row);
    ahead = mergedOf(next);
  }
  return book;
}

const mergedOf = (rows: PartyBook) =>
  [...rows.values()].flatMap(({ mergedInto }) => (mergedInto === null ? [] : [mergedInto]));

/**
 * Who stands for a party that is named anew: itself, or whom it was merged into.
 * @throws Refusal `commitments.party-not-found`, `commitments.party-closed`
 */
export function standingParty(book: PartyBook, ref: PartyRef, field: string, country: string): PartyRow {
  let row = book.get(ref.id);
  for (const seen = new Set<string>(); row?.mergedInto && !seen.has(row.id);) {
    seen.add(row.id);
    row = book.get(row.mergedInto);
  }
  if (!row || row.kind !== ref.kind || row.country !== country) {
    throw refuse('commitments.party-not-found', { field });
  }
  if (row.standing !== 'active') {
    throw refuse('commitments.party-closed', { field, values: { name: row.name } });
  }
  return row;
}

const asParty = ({ kind, id, territoryId }: PartyRow): Party => ({ kind, id, territoryId });

/** The terms with each party replaced by who stands for it today. */
export function withStandingParties(
  terms: CommitmentTerms,
  book: PartyBook,
  country: string,
): CommitmentTerms {
  const stand = (ref: PartyRef | null, field: string): PartyRef | null => {
    if (ref === null) return null;
    const { kind, id } = standingParty(book, ref, field, country);
    return { kind, id };
  };
  return {
    ...terms,
    obligor: stand(terms.obligor, 'obligor') ?? terms.obligor,
    coObliged: terms.coObliged.flatMap((ref) => stand(ref, 'coObliged') ?? []),
    beneficiary: stand(terms.beneficiary, 'beneficiary'),
    verifier: stand(terms.verifier, 'verifier'),
  };
}

type Named = Pick<CommitmentTerms, 'obligor' | 'coObliged' | 'beneficiary' | 'verifier'>;

/** Those whom a commitment concerns, as permissions ask for them. */
export function concernedBy(
  terms: Named,
  book: PartyBook,
  at: Pick<Concerned, 'territoryId' | 'within' | 'commission'>,
): Concerned {
  const party = (ref: PartyRef | null) => {
    const row = ref && book.get(ref.id);
    return row ? asParty(row) : null;
  };
  return {
    territoryId: at.territoryId,
    obliged: [terms.obligor, ...terms.coObliged].flatMap((ref) => party(ref) ?? []),
    beneficiary: party(terms.beneficiary),
    verifier: party(terms.verifier),
    within: at.within,
    commission: at.commission,
  };
}

/** The arrays that row security reads. */
export function ownersOf(concerned: Concerned) {
  const everyone = everyoneOf(concerned);
  return {
    parties: everyone.map(({ id }) => id),
    partyTerritories: everyone.map(({ territoryId }) => territoryId),
    obliged: concerned.obliged.map(({ id }) => id),
  };
}

/** The parties of an agreement and its monitoring commission; none where there is no agreement. */
export async function findCircle(tx: Transaction, agreementId: string | null) {
  if (agreementId === null) return { within: [], commission: null };
  const agreement = await findAgreementOf(tx, agreementId);
  const commissionId = agreement?.commission_structure_id ?? null;
  const commission = (await findPartyRows(tx, [commissionId])).get(commissionId ?? '');
  return {
    within: await findAgreementParties(tx, agreementId),
    commission: commission ? asParty(commission) : null,
  };
}

/** Reads whom a commitment concerns, with the other parties of its agreement. */
export async function findConcerned(
  tx: Transaction,
  commitment: Pick<CommitmentRow, keyof Named | 'agreementId' | 'territoryId'>,
): Promise<{ readonly concerned: Concerned; readonly book: PartyBook }> {
  const bounds = await findCircle(tx, commitment.agreementId);
  const book = await readParties(tx, [
    commitment.obligor,
    ...commitment.coObliged,
    commitment.beneficiary,
    commitment.verifier,
  ]);
  const { territoryId } = commitment;
  return { concerned: concernedBy(commitment, book, { territoryId, ...bounds }), book };
}

/** All who are of the side that owes: those obliged, and the organisations above and below them. */
export async function findObligedSide(
  tx: Transaction,
  country: string,
  obliged: readonly string[],
): Promise<ReadonlySet<string>> {
  return sideOf(await findParents(tx, country), obliged);
}
