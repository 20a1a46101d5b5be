import {
  findEntry,
  hasExampleEntries,
  insertEntry,
  updateEntry,
} from '#database/planning/inventory-store.ts';
import { entryKinds, entryLinks, type EntryFields } from '#domain/planning/inventory.ts';
import { addCalendarDays } from '#domain/shared/calendar.ts';
import { cell, type Example } from '#formats/actors/read-example.ts';
import type { Context, Transaction } from '../context.ts';
import { todayOf } from '../today.ts';
import { recordEntry } from './entry-deed.ts';

type Row = Example['inventory.csv'][number];

/** How an example's loader finds what its rows name. */
export type ExampleNames = {
  readonly country: string;
  readonly idOf: (kind: string, key: string) => string;
  readonly territoryOf: (code: string | null) => number;
  readonly organisationOf: (key: string | null) => string | null;
};

/** Enters the example's plans and programmes of a country, each marked as an example, unless it was done before. */
export async function loadExampleInventory(
  tx: Transaction,
  context: Context,
  rows: readonly Row[],
  names: ExampleNames,
): Promise<void> {
  if (rows.length === 0 || (await hasExampleEntries(tx, names.country))) return;
  for (const row of rows) await loadOne(tx, context, row, names);
}

async function loadOne(tx: Transaction, context: Context, row: Row, names: ExampleNames): Promise<void> {
  const { country } = names;
  const id = names.idOf('inventory', row['key'] ?? '');
  const territoryId = names.territoryOf(cell(row, 'territory'));
  const today = await todayOf(tx, context, territoryId);
  const fields = fieldsOf(row, names, today);
  const made = { id, country, origin: 'pack', sourceId: cell(row, 'source'), example: true } as const;
  await insertEntry(tx, { ...made, fields });
  const link = entryLinks.find((one) => one === row['link']) ?? 'undecided';
  if (link !== 'undecided') {
    const on = addCalendarDays(today, -Number(row['decided_days_ago']));
    const said = { criterion: row['criterion'] ?? '', office: row['office'] ?? '' };
    await updateEntry(tx, { id, version: 1 }, { link: { to: link, ...said, on, by: null } });
  }
  const after = (await findEntry(tx, id)) ?? null;
  await recordEntry(tx, context, 'loadExample', { before: null, after });
}

function fieldsOf(row: Row, names: ExampleNames, today: string): EntryFields {
  const dayOf = (column: string) => {
    const days = cell(row, column);
    return days === null ? null : addCalendarDays(today, Number(days));
  };
  const amount = cell(row, 'amount');
  const title = row['title'] ?? '';
  const kind = entryKinds.find((one) => one === row['kind']);
  const organisationId = names.organisationOf(cell(row, 'organisation'));
  if (kind === undefined || organisationId === null) throw new Error(`example: ${title} is incomplete`);
  return {
    territoryId: names.territoryOf(cell(row, 'territory')),
    organisationId,
    title,
    kind,
    description: cell(row, 'description'),
    officialReference: null,
    poaCode: cell(row, 'code'),
    periodFrom: dayOf('from_days'),
    periodTo: dayOf('to_days'),
    amount,
    currency: amount === null ? null : cell(row, 'currency'),
    amountYear: amount === null ? null : Number(today.slice(0, 4)),
    sourceWords: null,
  };
}
