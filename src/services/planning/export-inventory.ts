import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { planningOperations } from '#contract/planning/index.ts';
import { inScope } from '#database/connection.ts';
import { listInventoryLines, type InventoryLine } from '#database/planning/inventory-views.ts';
import {
  inventoryColumns,
  inventorySheetName,
  inventoryWord,
  progressWord,
} from '#formats/planning/planning-sheets.ts';
import { tableMediaTypes, writeTable, type TableRow } from '#formats/tables/index.ts';
import type { Context } from '../context.ts';
import { inventoryFilter } from './list-inventory.ts';
import { lookUpForInventory, type InventoryNames } from './show-inventory.ts';

type Operation = typeof planningOperations.exportInventory;

/** Exactly the entries that the list shows, in the same order, undecided ones too. */
export async function exportInventory(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { format } = input;
  const { language } = context;
  const rows = await inScope(context.database, context.actor.scope, async (tx) => {
    const lines = await listInventoryLines(tx, await inventoryFilter(tx, input), null);
    const names = await lookUpForInventory(tx, context, lines);
    return lines.map((line) => rowOf(line, names, language));
  });
  const name = inventorySheetName(language);
  const bytes = await writeTable([{ name, columns: inventoryColumns(language), rows }], format, {
    excel: true,
  });
  const fileName = [name, input.territory].filter(Boolean).join(' ');
  return { fileName: `${fileName}.${format}`, mediaType: tableMediaTypes[format], bytes };
}

function rowOf(line: InventoryLine, names: InventoryNames, language: Context['language']): TableRow {
  const place = names.place(line.territoryId);
  const holder = names.organisation(line.organisationId) ?? names.structure(line.structureId);
  return {
    id: line.id,
    territory: place.reference,
    place: place.name,
    organisation: holder?.name ?? null,
    title: line.name,
    kind: inventoryWord('kind', line.kind, language),
    code: line.poaCode,
    description: line.description,
    reference: line.officialReference,
    from: line.periodFrom,
    to: line.periodTo,
    amount: line.amount === null ? null : Number(line.amount),
    currency: line.currency,
    amount_year: line.amountYear,
    link: inventoryWord('link', line.link, language),
    criterion: line.criterion,
    decided_by: line.decidedByOffice,
    decided_on: line.decidedOn,
    origin: inventoryWord('origin', line.origin, language),
    standing: inventoryWord('standing', line.standing, language),
    example: line.example ? progressWord('example', language) : null,
  };
}
