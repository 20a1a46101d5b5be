import {
  findPartyHolders,
  findPostsOfPeople,
  findSeatsOfPeople,
  type HolderRow,
} from '#database/agreements/party-views.ts';
import { refuse } from '#domain/agreements/refusals.ts';
import type { PartyRole } from '#domain/agreements/vocabulary.ts';
import type { Transaction } from '../context.ts';

/** What is said of a party, as it is sent. */
export type WrittenParty = {
  readonly role: PartyRole;
  readonly capacity: string | null;
  readonly competence: string | null;
  readonly representativeOffice: string | null;
  readonly representativeId: string | null;
  readonly appointmentAct: string | null;
  readonly powerSource: string | null;
};
type NewParty = WrittenParty & {
  readonly organisationId: string | null;
  readonly structureId: string | null;
};

/** A party that was found to be one, as its row says it. */
export type ReadParty = {
  readonly holder: HolderRow;
  readonly written: ReturnType<typeof partyColumns>;
};

/** A party as a row of its agreement. */
export function partyRow(id: string, agreementId: string, { holder, written }: ReadParty, position: number) {
  return {
    id,
    agreement_id: agreementId,
    territory_id: holder.territoryId,
    organisation_id: holder.kind === 'organisation' ? holder.id : null,
    structure_id: holder.kind === 'structure' ? holder.id : null,
    ...written,
    position,
  };
}

/** The columns of what is said of a party. */
export function partyColumns(party: WrittenParty) {
  return {
    role: party.role,
    capacity: party.capacity,
    competence: party.competence,
    representative_office: party.representativeOffice,
    representative_id: party.representativeId,
    appointment_act: party.appointmentAct,
    power_source: party.powerSource,
  };
}

/**
 * The organisations and structures that are to be parties, each looked at: it is there and stands, in this country, once,
 * and who signs for it holds a post or a seat in it.
 */
export async function readParties(
  tx: Transaction,
  country: string,
  parties: readonly NewParty[],
): Promise<ReadParty[]> {
  const ids = parties.map(({ organisationId, structureId }) => organisationId ?? structureId ?? '');
  const holders = await findPartyHolders(tx, ids);
  const read: ReadParty[] = [];
  for (const [index, party] of parties.entries()) {
    const field = `parties.${index}.${party.organisationId === null ? 'structureId' : 'organisationId'}`;
    const holder = holders.get(ids[index] ?? '');
    const kind = party.organisationId === null ? 'structure' : 'organisation';
    if (!holder || holder.kind !== kind || holder.country !== country || holder.standing !== 'active')
      throw refuse('agreements.holder-not-found', { field });
    if (read.some((one) => one.holder.id === holder.id)) throw refuse('agreements.party-twice', { field });
    await refuseStranger(tx, holder, party.representativeId, `parties.${index}.representativeId`);
    read.push({ holder, written: partyColumns(party) });
  }
  return read;
}

/** Who signs for a party holds a post in it, or sits in it, or did. Whether still is one of the checks. */
export async function refuseStranger(
  tx: Transaction,
  holder: Pick<HolderRow, 'id' | 'kind'>,
  personId: string | null,
  field: string,
): Promise<void> {
  if (personId === null) return;
  const terms =
    holder.kind === 'organisation'
      ? await findPostsOfPeople(tx, [personId])
      : await findSeatsOfPeople(tx, [personId]);
  if (terms.some((term) => term.holder_id === holder.id)) return;
  throw refuse('agreements.incomplete', { problems: [{ code: 'agreements.signs-for-another', field }] });
}
