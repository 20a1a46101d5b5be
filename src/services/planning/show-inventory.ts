import { findStructureNames } from '#database/diagnosis/need-views.ts';
import type { EntryRow } from '#database/planning/inventory-store.ts';
import type { InventoryLine } from '#database/planning/inventory-views.ts';
import { lookUp } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';

/** The names that lines of the inventory speak of. */
export async function lookUpForInventory(
  tx: Transaction,
  context: Context,
  lines: readonly InventoryLine[],
  sources: readonly (string | null)[] = [],
) {
  const names = await lookUp(tx, context, {
    territories: lines.map((line) => line.territoryId),
    organisations: lines.map((line) => line.organisationId),
    sources,
  });
  const structures = await findStructureNames(
    tx,
    lines.map((line) => line.structureId),
  );
  return {
    place: (id: number) => names.place(id),
    organisation: (id: string | null) => names.optionalOrganisation(id),
    structure: (id: string | null) => (id === null ? null : (structures.get(id) ?? null)),
    source: (id: string | null) => names.source(id),
  };
}

export type InventoryNames = Awaited<ReturnType<typeof lookUpForInventory>>;

/** An entry as a line of the list. */
export function lineOf(entry: EntryRow): InventoryLine {
  return { ...entry, name: entry.title, structureId: null };
}

export function showLine(line: InventoryLine, names: InventoryNames) {
  return {
    id: line.id,
    title: line.name,
    kind: line.kind,
    territory: names.place(line.territoryId),
    organisation: names.organisation(line.organisationId),
    structure: names.structure(line.structureId),
    link: line.link,
    criterion: line.criterion,
    decidedByOffice: line.decidedByOffice,
    decidedOn: line.decidedOn,
    poaCode: line.poaCode,
    periodFrom: line.periodFrom,
    periodTo: line.periodTo,
    amount: line.amount,
    currency: line.currency,
    amountYear: line.amountYear,
    standing: line.standing,
    origin: line.origin,
    example: line.example,
  };
}
