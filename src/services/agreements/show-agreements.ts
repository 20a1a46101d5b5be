import type { AgreementRow } from '#database/agreements/agreement-columns.ts';
import { findPartiesOfAgreements, type AgreementPartyRow } from '#database/agreements/party-views.ts';
import { standingOn } from '#domain/agreements/lifecycle.ts';
import type { Context, Transaction } from '../context.ts';
import { lookUp, type LookUp } from '../actors/look-up.ts';
import { todayOf } from '../today.ts';

/** What lines of agreements speak of: places, parties, the day. */
export async function lookUpForAgreements(tx: Transaction, context: Context, rows: readonly AgreementRow[]) {
  const names = await lookUp(tx, context, { territories: rows.map((row) => row.territoryId) });
  const parties = await findPartiesOfAgreements(
    tx,
    rows.map(({ id }) => id),
  );
  const today = await todayOf(tx, context, rows[0]?.territoryId);
  return {
    place: (id: number) => names.place(id),
    today,
    partiesOf: (id: string) =>
      parties.filter((party) => party.agreementId === id && party.standing !== 'withdrawn'),
  };
}

/** An agreement in a line of a list, as it stands on a day. */
export function showAgreement(
  row: AgreementRow,
  names: Pick<LookUp, 'place'> & {
    readonly today: string;
    readonly partiesOf: (id: string) => readonly AgreementPartyRow[];
  },
) {
  return {
    id: row.id,
    title: row.title,
    shortName: row.shortName,
    number: row.number,
    kind: row.kind,
    standing: standingOn(row, names.today),
    standingOn: row.standingOn,
    territory: names.place(row.territoryId),
    parties: names.partiesOf(row.id).map(showHolder),
    parentId: row.parentId,
    effectiveOn: row.effectiveOn,
    endsOn: row.endsOn,
    isPublic: row.isPublic,
    example: row.example,
  };
}

/** Who a party is. */
export function showHolder(party: Pick<AgreementPartyRow, 'holderId' | 'name' | 'kind'>) {
  return { id: party.holderId, name: party.name, kind: party.kind };
}
