import type { Transaction } from '#database/connection.ts';
import { anyOf } from '#database/any-of.ts';
import type { PartyRole, PartyStanding } from '#domain/agreements/vocabulary.ts';

/** A party of an agreement with the name and the standing of whom it is. */
export type AgreementPartyRow = {
  readonly id: string;
  readonly agreementId: string;
  readonly territoryId: number;
  readonly kind: 'organisation' | 'structure';
  /** The organisation or structure that it is. */
  readonly holderId: string;
  readonly name: string;
  readonly shortName: string | null;
  readonly holderStanding: string;
  readonly role: PartyRole;
  readonly capacity: string | null;
  readonly competence: string | null;
  readonly representativeOffice: string | null;
  readonly representativeId: string | null;
  readonly appointmentAct: string | null;
  readonly powerSource: string | null;
  readonly standing: PartyStanding;
  readonly confirmedHash: string | null;
  readonly joinedOn: string | null;
  readonly leftOn: string | null;
  readonly position: number;
  readonly version: number;
};

const parties = (tx: Transaction) =>
  tx
    .selectFrom('agreement_party as p')
    .leftJoin('organisation as o', 'o.id', 'p.organisation_id')
    .leftJoin('structure as s', 's.id', 'p.structure_id')
    .selectAll('p')
    .select(({ fn }) => [
      fn.coalesce('o.name', 's.name').as('holder_name'),
      fn.coalesce('o.standing', 's.standing').as('holder_standing'),
      'o.short_name as holder_short_name',
    ])
    .orderBy('p.position')
    .orderBy('p.id');

function partyOf(row: Awaited<ReturnType<ReturnType<typeof parties>['execute']>>[number]): AgreementPartyRow {
  return {
    id: row.id,
    agreementId: row.agreement_id,
    territoryId: row.territory_id,
    kind: row.organisation_id === null ? 'structure' : 'organisation',
    holderId: row.organisation_id ?? row.structure_id ?? '',
    name: row.holder_name ?? '',
    shortName: row.holder_short_name,
    holderStanding: row.holder_standing ?? 'active',
    role: row.role as PartyRole,
    capacity: row.capacity,
    competence: row.competence,
    representativeOffice: row.representative_office,
    representativeId: row.representative_id,
    appointmentAct: row.appointment_act,
    powerSource: row.power_source,
    standing: row.standing as PartyStanding,
    confirmedHash: row.confirmed_hash,
    joinedOn: row.joined_on,
    leftOn: row.left_on,
    position: row.position,
    version: row.version,
  };
}

/** The parties of an agreement in the order of the document. */
export async function findAgreementParties(
  tx: Transaction,
  agreementId: string,
): Promise<AgreementPartyRow[]> {
  const rows = await parties(tx).where('p.agreement_id', '=', agreementId).execute();
  return rows.map(partyOf);
}

/** The parties of several agreements. */
export async function findPartiesOfAgreements(
  tx: Transaction,
  agreementIds: readonly string[],
): Promise<AgreementPartyRow[]> {
  if (agreementIds.length === 0) return [];
  const rows = await parties(tx).where('p.agreement_id', '=', anyOf(agreementIds)).execute();
  return rows.map(partyOf);
}

/** An organisation or structure that may become a party. */
export type HolderRow = {
  readonly id: string;
  readonly kind: 'organisation' | 'structure';
  readonly name: string;
  readonly country: string;
  readonly territoryId: number;
  readonly standing: string;
};

/** The organisations and structures of these ids. */
export async function findPartyHolders(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, HolderRow>> {
  if (ids.length === 0) return new Map();
  const columns = ['id', 'name', 'country', 'territory_id', 'standing'] as const;
  const [organisations, structures] = await Promise.all([
    tx.selectFrom('organisation').select(columns).where('id', '=', anyOf(ids)).execute(),
    tx.selectFrom('structure').select(columns).where('id', '=', anyOf(ids)).execute(),
  ]);
  type Row = (typeof organisations)[number];
  const holder =
    (kind: HolderRow['kind']) =>
    (row: Row): [string, HolderRow] => [
      row.id,
      {
        id: row.id,
        kind,
        name: row.name,
        country: row.country,
        territoryId: row.territory_id,
        standing: row.standing,
      },
    ];
  return new Map([...organisations.map(holder('organisation')), ...structures.map(holder('structure'))]);
}

/** Which posts these people hold or held, and until when; for whoever signs. */
export async function findPostsOfPeople(tx: Transaction, personIds: readonly string[]) {
  if (personIds.length === 0) return [];
  return tx
    .selectFrom('post')
    .select(['person_id', 'organisation_id as holder_id', 'title', 'valid_from', 'valid_to'])
    .where('person_id', '=', anyOf(personIds))
    .execute();
}

/** On which seats these people sit or sat, and until when. */
export async function findSeatsOfPeople(tx: Transaction, personIds: readonly string[]) {
  if (personIds.length === 0) return [];
  return tx
    .selectFrom('seat_term as t')
    .innerJoin('seat as s', 's.id', 't.seat_id')
    .select(['t.person_id', 't.structure_id as holder_id', 's.name as title', 't.valid_from', 't.valid_to'])
    .where('t.person_id', '=', anyOf(personIds))
    .execute();
}
