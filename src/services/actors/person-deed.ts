import { findPerson, type PersonRow } from '#database/actors/people-views.ts';
import { upsertSearchEntry } from '#database/operations/search-store.ts';
import { permitEditPerson } from '#domain/actors/permissions.ts';
import { refuse } from '#domain/actors/refusals.ts';
import type { Visibility } from '#domain/actors/vocabulary.ts';
import { fold } from '#domain/shared/fold.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { stale } from './organisation-deed.ts';

/** Reads a person for a change, if the caller may change them and nobody else has since. */
export async function openPerson(
  tx: Transaction,
  context: Context,
  at: { readonly id: string; readonly version?: number },
): Promise<PersonRow> {
  const row = await findPerson(tx, at.id);
  if (!row) throw refuse('actors.person-not-found');
  permitEditPerson(context.actor, {
    id: row.id,
    territoryId: row.territory_id,
    organisationId: row.organisation_id,
  });
  if (at.version !== undefined && at.version !== row.version) throw stale(row);
  return row;
}

const audited = (row: PersonRow) => ({
  name: row.name,
  organisationId: row.organisation_id,
  visibility: row.visibility,
  standing: row.standing,
  standingReason: row.standing_reason,
});

/** Writes a deed on a person down; the name under a key that can be erased. */
export async function recordPerson(
  tx: Transaction,
  context: Context,
  operation: string,
  rows: { readonly before: PersonRow | null; readonly after: PersonRow | null },
): Promise<void> {
  const row = rows.after ?? rows.before;
  if (!row) return;
  await record(tx, context, {
    operation,
    subjectKind: 'person',
    subjectId: row.id,
    territoryId: row.territory_id,
    organisationId: row.organisation_id,
    before: rows.before && audited(rows.before),
    after: rows.after && audited(rows.after),
    personal: ['name'],
    freeText: ['standingReason'],
  });
}

/** Makes a person findable for those who may see them. */
export async function makePersonFindable(tx: Transaction, row: PersonRow): Promise<void> {
  await upsertSearchEntry(tx, {
    kind: 'person',
    id: row.id,
    country: row.country,
    territoryId: row.territory_id,
    organisationId: row.organisation_id,
    title: row.name,
    folded: fold(row.name),
    visibility: row.visibility as Visibility,
  });
}

/** Makes the person findable as they are now, and writes the deed down. Last in a transaction. */
export async function closePerson(
  tx: Transaction,
  context: Context,
  operation: string,
  id: string,
  before: PersonRow | null,
): Promise<{ id: string; version: number }> {
  const row = await findPerson(tx, id);
  if (!row) throw refuse('actors.person-not-found');
  await makePersonFindable(tx, row);
  await recordPerson(tx, context, operation, { before, after: row });
  return { id, version: row.version };
}
