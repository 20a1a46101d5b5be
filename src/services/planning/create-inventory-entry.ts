import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { planningOperations } from '#contract/planning/index.ts';
import { inScope } from '#database/connection.ts';
import { findEntriesOf, findEntry, insertEntry } from '#database/planning/inventory-store.ts';
import { likenessKey } from '#domain/actors/duplicates.ts';
import type { EntryFields } from '#domain/planning/inventory.ts';
import { refuse } from '#domain/planning/refusals.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { readEntryBody, recordEntry } from './entry-deed.ts';

type Operation = typeof planningOperations.createInventoryEntry;

/** Enters a programme of an organisation; its link is for the centre to decide. */
export async function createInventoryEntry(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { body } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { country, ...fields } = await readEntryBody(tx, context, body);
    if (!body.confirmNew) await refuseAlike(tx, fields);
    const id = newId();
    await insertEntry(tx, { id, country, origin: 'person', fields });
    const after = (await findEntry(tx, id)) ?? null;
    await recordEntry(tx, context, 'createInventoryEntry', { before: null, after });
    return { id, version: 1 };
  });
}

async function refuseAlike(tx: Transaction, fields: EntryFields): Promise<void> {
  const key = likenessKey(fields.title);
  const there = await findEntriesOf(tx, fields.organisationId);
  const alike = there.find(
    (entry) => entry.territoryId === fields.territoryId && likenessKey(entry.title) === key,
  );
  if (alike) throw refuse('planning.looks-alike', { field: 'title', values: { title: alike.title } });
}
