import { findOrganisation } from '#database/actors/organisation-views.ts';
import { findCurrency } from '#database/planning/import-views.ts';
import {
  findEntry,
  updateEntry,
  type EntryChangeOfColumns,
  type EntryRow,
} from '#database/planning/inventory-store.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { isNoAmount, readAmount } from '#domain/planning/amount.ts';
import {
  entryFields,
  freeTextOfEntries,
  refuseClosedEntry,
  refuseIncompleteEntry,
  type EntryFields,
} from '#domain/planning/inventory.ts';
import { permitEditEntry } from '#domain/planning/permissions.ts';
import { refuse } from '#domain/planning/refusals.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { getPlace } from '../actors/look-up.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';

/** An entry at the version that was seen; the caller's right to it is asked by whoever opens it. */
export async function openEntry(
  tx: Transaction,
  at: { readonly entryId: string; readonly version: number },
): Promise<EntryRow> {
  const entry = await findEntry(tx, at.entryId);
  if (!entry) throw refuse('planning.entry-not-found');
  return entry;
}

/** @throws Refusal `shared.stale` where somebody else was faster */
export function refuseStale(entry: EntryRow, version: number): void {
  if (version !== entry.version) throw refuseShared('shared.stale', { current: entry });
}

type Written = Omit<EntryFields, 'territoryId' | 'currency'> & {
  readonly territory: string;
  readonly confirmText: boolean;
};

/** What was written of an entry, once its faults, its texts, its place and whose it is have been looked at. */
export async function readEntryBody(
  tx: Transaction,
  context: Context,
  body: Written,
): Promise<EntryFields & { country: string }> {
  const place = await getPlace(tx, body.territory);
  const organisation = await findOrganisation(tx, body.organisationId);
  if (!organisation || organisation.country !== place.country || organisation.standing === 'annulled')
    throw refuse('planning.organisation-not-found', { field: 'organisationId' });
  permitEditEntry(context.actor, { territoryId: place.id, organisationId: organisation.id });
  const money = readMoney(body.amount, await findCurrency(tx, place.country));
  const fields: EntryFields = {
    territoryId: place.id,
    organisationId: organisation.id,
    title: body.title,
    kind: body.kind,
    description: body.description,
    officialReference: body.officialReference,
    poaCode: body.poaCode,
    periodFrom: body.periodFrom,
    periodTo: body.periodTo,
    ...money,
    amountYear: body.amountYear,
    sourceWords: body.sourceWords,
  };
  refuseIncompleteEntry(fields);
  const texts = Object.fromEntries(freeTextOfEntries.map((field) => [field, fields[field]]));
  refusePersonalText(texts, body.confirmText);
  return { ...fields, country: place.country };
}

function readMoney(text: string | null, currency: string): Pick<EntryFields, 'amount' | 'currency'> {
  if (text === null || isNoAmount(text)) return { amount: null, currency: null };
  const read = readAmount(text, currency);
  if (!('fault' in read)) return read;
  const problems = [{ code: `planning.${read.fault}`, field: 'amount', values: { text } }];
  throw refuse('planning.entry-incomplete', { problems });
}

/** Ends or annuls an entry, with the reason. */
export async function closeEntry(
  tx: Transaction,
  context: Context,
  input: {
    readonly entryId: string;
    readonly version: number;
    readonly body: { readonly reason: string; readonly confirmText: boolean };
  },
  deed: { readonly operation: string; readonly act: 'end' | 'annul' },
): Promise<{ id: string; version: number }> {
  const entry = await openEntry(tx, input);
  permitEditEntry(context.actor, entry);
  refuseStale(entry, input.version);
  refuseClosedEntry(entry.standing, deed.act);
  const { reason, confirmText } = input.body;
  refusePersonalText({ reason }, confirmText);
  const to = deed.act === 'end' ? 'ended' : 'annulled';
  return changeEntry(tx, context, entry, { operation: deed.operation, change: { standing: { to, reason } } });
}

/** Saves a change where the version is still the one that was edited, and writes it down. */
export async function changeEntry(
  tx: Transaction,
  context: Context,
  before: EntryRow,
  done: {
    readonly operation: string;
    readonly change: EntryChangeOfColumns;
    readonly reason?: string | null;
  },
): Promise<{ id: string; version: number }> {
  if (!(await updateEntry(tx, before, done.change))) throw refuseShared('shared.stale', { current: before });
  const after = await findEntry(tx, before.id);
  if (!after) throw refuse('planning.entry-not-found');
  await recordEntry(tx, context, done.operation, { before, after, reason: done.reason ?? null });
  return { id: after.id, version: after.version };
}

const audited = (entry: EntryRow) => ({
  ...Object.fromEntries(entryFields.map((field) => [field, entry[field]])),
  link: entry.link,
  criterion: entry.criterion,
  decidedByOffice: entry.decidedByOffice,
  decidedOn: entry.decidedOn,
  standing: entry.standing,
  standingReason: entry.standingReason,
});

/** Writes a deed done to an entry down; the reason for deciding anew is kept with it. */
export async function recordEntry(
  tx: Transaction,
  context: Context,
  operation: string,
  rows: {
    readonly before: EntryRow | null;
    readonly after: EntryRow | null;
    readonly reason?: string | null;
  },
): Promise<void> {
  const entry = rows.after ?? rows.before;
  if (!entry) return;
  const reason = rows.reason ? { reason: rows.reason } : {};
  await record(tx, context, {
    operation,
    subjectKind: 'inventory-entry',
    subjectId: entry.id,
    territoryId: entry.territoryId,
    organisationId: entry.organisationId,
    before: rows.before && audited(rows.before),
    after: rows.after && { ...audited(rows.after), ...reason },
    freeText: [...freeTextOfEntries, 'criterion', 'standingReason', 'reason'],
  });
}
