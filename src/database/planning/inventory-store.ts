import { sql, type Insertable, type Selectable, type Updateable } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';
import type { EntryFields, EntryLink, EntryOrigin, EntryStanding } from '#domain/planning/inventory.ts';
import { fold } from '#domain/shared/fold.ts';

/** An entry as the domain speaks of it, with what the database keeps beside. */
export type EntryRow = EntryFields & {
  readonly id: string;
  readonly country: string;
  readonly link: EntryLink;
  readonly criterion: string | null;
  readonly decidedByOffice: string | null;
  readonly decidedOn: string | null;
  readonly standing: EntryStanding;
  readonly standingReason: string | null;
  readonly origin: EntryOrigin;
  readonly sourceId: string | null;
  readonly rowKey: string | null;
  readonly example: boolean;
  readonly version: number;
};

function entryOf(row: Selectable<DB['inventory_entry']>): EntryRow {
  return {
    id: row.id,
    country: row.country,
    territoryId: row.territory_id,
    organisationId: row.organisation_id,
    title: row.title,
    kind: row.kind as EntryRow['kind'],
    description: row.description,
    officialReference: row.official_reference,
    poaCode: row.poa_code,
    periodFrom: row.period_from,
    periodTo: row.period_to,
    amount: row.amount,
    currency: row.currency,
    amountYear: row.amount_year,
    sourceWords: row.source_words,
    link: row.link as EntryLink,
    criterion: row.criterion,
    decidedByOffice: row.decided_by_office,
    decidedOn: row.decided_on,
    standing: row.standing as EntryStanding,
    standingReason: row.standing_reason,
    origin: row.origin as EntryOrigin,
    sourceId: row.source_id,
    rowKey: row.row_key,
    example: row.example,
    version: row.version,
  };
}

function columnsOf(fields: EntryFields) {
  const searched = [fields.title, fields.poaCode, fields.officialReference, fields.description];
  return {
    territory_id: fields.territoryId,
    organisation_id: fields.organisationId,
    title: fields.title,
    kind: fields.kind,
    description: fields.description,
    official_reference: fields.officialReference,
    poa_code: fields.poaCode,
    period_from: fields.periodFrom,
    period_to: fields.periodTo,
    amount: fields.amount,
    currency: fields.currency,
    amount_year: fields.amountYear,
    source_words: fields.sourceWords,
    folded: fold(searched.filter((text) => text !== null).join(' ')),
  } satisfies Partial<Insertable<DB['inventory_entry']>>;
}

export type NewEntry = {
  readonly id: string;
  readonly country: string;
  readonly origin: EntryOrigin;
  readonly fields: EntryFields;
  readonly rowKey?: string | null;
  readonly importRunId?: string | null;
  readonly sourceId?: string | null;
  readonly example?: boolean;
};

export async function insertEntry(tx: Transaction, entry: NewEntry): Promise<void> {
  await tx
    .insertInto('inventory_entry')
    .values({
      id: entry.id,
      country: entry.country,
      origin: entry.origin,
      row_key: entry.rowKey ?? null,
      import_run_id: entry.importRunId ?? null,
      source_id: entry.sourceId ?? null,
      example: entry.example ?? false,
      ...columnsOf(entry.fields),
    })
    .execute();
}

export type EntryChangeOfColumns = {
  readonly fields?: EntryFields;
  readonly rowKey?: string;
  readonly standing?: { readonly to: EntryStanding; readonly reason: string };
  readonly link?: {
    readonly to: EntryLink;
    readonly criterion: string;
    readonly office: string;
    readonly on: string;
    readonly by: string | null;
  };
};

/** Changes an entry that is still at the version that was edited; false when it is not. */
export async function updateEntry(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
  change: EntryChangeOfColumns,
): Promise<boolean> {
  const { link, standing } = change;
  const values: Updateable<DB['inventory_entry']> = {
    ...(change.fields && columnsOf(change.fields)),
    ...(change.rowKey !== undefined && { row_key: change.rowKey }),
    ...(standing && { standing: standing.to, standing_reason: standing.reason }),
    ...(link && {
      link: link.to,
      criterion: link.criterion,
      decided_by_office: link.office,
      decided_on: link.on,
      decided_by: link.by,
    }),
  };
  const result = await tx
    .updateTable('inventory_entry')
    .set({ ...values, version: at.version + 1, updated_at: sql`now()` })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Deletes an entry at the version that it was made with; false where somebody built upon it. */
export async function deleteEntry(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
): Promise<boolean> {
  const result = await tx
    .deleteFrom('inventory_entry')
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

export async function findEntry(tx: Transaction, id: string): Promise<EntryRow | undefined> {
  const row = await tx.selectFrom('inventory_entry').selectAll().where('id', '=', id).executeTakeFirst();
  return row && entryOf(row);
}

/** What an organisation has in the inventory, but what was annulled: what a sheet may name. */
export async function findEntriesOf(tx: Transaction, organisationId: string): Promise<EntryRow[]> {
  const rows = await tx
    .selectFrom('inventory_entry')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('standing', '<>', 'annulled')
    .execute();
  return rows.map(entryOf);
}

export async function hasExampleEntries(tx: Transaction, country: string): Promise<boolean> {
  const row = await tx
    .selectFrom('inventory_entry')
    .select('id')
    .where('country', '=', country)
    .where('example', '=', true)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
