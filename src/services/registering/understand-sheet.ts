import { findPlaces } from '#database/actors/place-views.ts';
import { findAgreementOfSheet, findEntered } from '#database/registering/entered-views.ts';
import { findAliases, findNamedParties, findPlacesByName } from '#database/registering/party-views.ts';
import type { SheetRecord } from '#database/registering/sheet-store.ts';
import { mayActFor, type Party } from '#domain/access/acting-for.ts';
import { mayDo } from '#domain/access/permissions.ts';
import { planSheet } from '#domain/agreements/commitment-sheet.ts';
import { partyFinder, referenceOf, type NamedParty } from '#domain/agreements/party-names.ts';
import { keyOfRow } from '#domain/agreements/read-sheet-row.ts';
import type { SheetPlan } from '#domain/agreements/sheet-shapes.ts';
import { fold } from '#domain/shared/fold.ts';
import { readList } from '#formats/registering/read-list.ts';
import { say } from '#words/index.ts';
import type { Context, Transaction } from '../context.ts';

/** A list as it is understood now: what each of its rows would do, and what has to be put right first. */
export type Understood = {
  readonly plan: SheetPlan;
  readonly rows: ReturnType<typeof readList>;
  readonly partyOf: (reference: string) => NamedParty | undefined;
  readonly agreement: Awaited<ReturnType<typeof findAgreementOfSheet>>;
  /** The territory that a cell names, where only one there is called so. */
  readonly placeOf: (text: string) => number | null;
};

export async function understandSheet(
  tx: Transaction,
  context: Context,
  sheet: SheetRecord,
): Promise<Understood> {
  const [parties, places, agreement] = await Promise.all([
    findNamedParties(tx, sheet.country),
    findPlaces(tx, [sheet.territoryId]),
    sheet.agreementId === null ? undefined : findAgreementOfSheet(tx, sheet.agreementId),
  ]);
  const place = places.get(sheet.territoryId);
  if (!place) throw new Error(`territory ${sheet.territoryId} of a list is gone`);
  const [aliases, entered, placesByName] = await Promise.all([
    findAliases(tx, sheet.country, [place.id]),
    findEntered(tx, sheet),
    findPlacesByName(tx, { low: place.id, high: place.lastId }),
  ]);
  const placeOf = (text: string) => placesByName.get(fold(text)) ?? null;
  const byReference = new Map(parties.map((party) => [referenceOf(party), party]));
  const partyOf = (reference: string) => byReference.get(reference);
  const { mapping } = sheet;
  const grid = sheet.sheets.find(({ name }) => name === mapping?.sheet)?.rows ?? [];
  const rows = mapping === null ? [] : readList(grid, mapping);
  // Within an agreement each party enters what any of them owes; elsewhere, what concerns those for whom one acts.
  const isAmongParties =
    mayDo(context.actor, 'oversee-agreement', { territoryId: place.id }) ||
    partiesIn(agreement).some((party) => mayActFor(context.actor, party));
  const plan = planSheet(rows, sheet.resolutions, {
    find: partyFinder(parties, aliases, { low: place.id, high: place.lastId }),
    partyOf,
    term: { from: agreement?.effective_on ?? agreement?.signed_on ?? null, to: agreement?.ends_on ?? null },
    mayEnter: (named) => isAmongParties || named.some((party) => mayActFor(context.actor, party)),
    // As it stands, and as it came in: a list that comes again is known though its words were corrected here.
    existingKeys: new Set(
      entered.flatMap((row) => [keyOfRow(row.obligor, row.what, row.due_on), row.row_key ?? '']),
    ),
    usualProof: say(context.language, 'registering.usual-proof'),
    usualBeneficiary: usualBeneficiary(parties, agreement, place),
  });
  return { plan, rows, partyOf, agreement, placeOf };
}

// An organisation or a structure: where one acts for neither, asking for both tells the same.
function partiesIn(agreement: Understood['agreement']): Party[] {
  return (agreement?.parties ?? []).flatMap((id, index) => {
    const territoryId = agreement?.party_territories[index] ?? 0;
    return [
      { kind: 'organisation', id, territoryId },
      { kind: 'structure', id, territoryId },
    ] as const;
  });
}

// Whom a list is for, where no column says it: the municipality of its territory, else nobody is proposed.
function usualBeneficiary(
  parties: readonly NamedParty[],
  agreement: Understood['agreement'],
  place: { readonly id: number },
): NamedParty | null {
  const here = parties.filter(({ kind, territoryId }) => kind === 'organisation' && territoryId === place.id);
  const ofAgreement = here.filter(({ id }) => agreement?.parties.includes(id) ?? true);
  return ofAgreement[0] ?? null;
}
