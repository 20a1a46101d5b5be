import type { z } from 'zod';
import type { auditOperations } from '#contract/audit.ts';
import { readActorNames, readKeys, type EntryRow, type OpenedKey } from '#database/audit/entry-views.ts';
import { type EntryContent, isSealed } from '#domain/audit/entry.ts';
import { referenceOf } from '#domain/territories/references.ts';
import type { Transaction } from '../context.ts';
import { unsealValue } from './seal.ts';

export type ShownEntry = z.input<typeof auditOperations.listAuditEntries.response>['items'][number];
type Change = ShownEntry['changes'][number];
type Keys = ReadonlyMap<string, OpenedKey>;

/** Rows as people read them: names of today, and what is sealed opened as far as whoever asks may see it. */
export async function showEntries(tx: Transaction, rows: readonly EntryRow[]): Promise<ShownEntry[]> {
  const entries = rows.map((row) => ({ row, content: JSON.parse(row.content) as EntryContent }));
  const contents = entries.map((entry) => entry.content);
  const keys = await readKeys(tx, contents.flatMap(sealedIn));
  const accounts = contents.flatMap((content) => [
    ...(content.account === null ? [] : [content.account]),
    ...(content.subjectKind === 'account' ? [content.subject] : []),
  ]);
  const names = await readActorNames(tx, [...new Set(accounts)]);
  return entries.map(({ row, content }) => showEntry(row, content, keys, names));
}

function showEntry(
  row: EntryRow,
  content: EntryContent,
  keys: Keys,
  names: ReadonlyMap<string, string>,
): ShownEntry {
  return {
    id: `${row.chain}.${row.seq}`,
    at: new Date(content.at).toISOString(),
    actor: {
      kind: content.actor,
      accountId: content.account,
      name: content.account === null ? null : (names.get(content.account) ?? null),
      via: content.via,
    },
    operation: content.operation,
    subject: {
      kind: content.subjectKind,
      id: content.subject,
      name: row.subject_name ?? names.get(content.subject) ?? null,
    },
    territory: { reference: referenceOf(row.country, row.code), name: row.territory_name },
    organisation:
      content.organisation === null
        ? null
        : { id: content.organisation, name: row.organisation_name ?? content.organisation },
    changes: showChanges(content, keys),
  };
}

function showChanges({ before, after }: EntryContent, keys: Keys): Change[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].sort();
  return fields.map((field) => {
    const sides = [
      open(`before.${field}`, before?.[field], keys),
      open(`after.${field}`, after?.[field], keys),
    ] as const;
    const state = sides.find((side) => side.state !== 'open')?.state ?? 'open';
    return { field, state, before: sides[0].value, after: sides[1].value };
  });
}

function open(label: string, value: unknown, keys: Keys): { state: Change['state']; value: unknown } {
  if (!isSealed(value)) return { state: 'open', value: value ?? null };
  const key = keys.get(value.sealed);
  if (key?.erased) return { state: 'erased', value: null };
  if (!key?.key) return { state: 'hidden', value: null };
  return { state: 'open', value: unsealValue(key.key, label, value.value) };
}

function sealedIn({ before, after }: EntryContent): string[] {
  const values = [...Object.values(before ?? {}), ...Object.values(after ?? {})];
  return [...new Set(values.filter(isSealed).map((value) => value.sealed))];
}
