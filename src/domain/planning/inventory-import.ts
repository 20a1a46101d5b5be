import type { RowOutcome } from '#domain/actors/import-plan.ts';
import { fold } from '#domain/shared/fold.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import {
  changedInEntry,
  entryFields,
  problemsOfEntry,
  type EntryFields,
  type EntryStanding,
} from './inventory.ts';

/** A row of an operating plan, its place and amount understood. What is null says nothing, so it erases nothing. */
export type EntryDraft = {
  readonly row: number;
  readonly fields: EntryFields;
};

/** An entry that is there. */
export type ExistingEntry = {
  readonly id: string;
  readonly rowKey: string | null;
  readonly standing: EntryStanding;
  readonly version: number;
  readonly fields: EntryFields;
};

/** One change of one entry, enough to do it and to take it back; `before` null where it was made. */
export type EntryChange = {
  readonly id: string;
  readonly rowKey: string;
  readonly before: EntryFields | null;
  readonly after: EntryFields;
  /** The version that it has afterwards. */
  readonly version: number;
};

export type InventoryImportPlan = {
  readonly changes: readonly EntryChange[];
  readonly outcomes: readonly RowOutcome[];
  readonly problems: readonly Problem[];
};

/** What makes two rows the same programme: its code or else its title, where, and in which period. */
export function rowKeyOf(fields: EntryFields): string {
  const name = fields.poaCode === null ? `t:${fold(fields.title)}` : `c:${fold(fields.poaCode)}`;
  const period =
    fields.periodFrom?.slice(0, 4) ?? (fields.amountYear === null ? '' : String(fields.amountYear));
  return `${name} ${fields.territoryId} ${period}`;
}

/**
 * What a sheet does to the inventory of its organisation: a row that was imported before, or that names an entry by code or
 * title, place and period, changes it; another makes one; one that says nothing new does nothing, so that repeating doubles nothing.
 */
export function planInventoryImport(
  drafts: readonly EntryDraft[],
  existing: readonly ExistingEntry[],
  newId: () => string,
): InventoryImportPlan {
  const changes: EntryChange[] = [];
  const outcomes: RowOutcome[] = [];
  const problems: Problem[] = [];
  const firstRow = new Map<string, number>();
  const byKey = new Map(existing.map((entry) => [entry.rowKey ?? rowKeyOf(entry.fields), entry]));
  for (const { row, fields } of drafts) {
    const rowKey = rowKeyOf(fields);
    const name = fields.title;
    const first = firstRow.get(rowKey);
    if (first !== undefined) {
      problems.push({ code: 'planning.row-repeated', row, field: 'title', values: { first, name } });
      continue;
    }
    firstRow.set(rowKey, row);
    const found = byKey.get(rowKey);
    const after = found ? overlay(found.fields, fields) : fields;
    const changed = found ? changedInEntry(found.fields, after) : [];
    const outcome = !found ? 'create' : changed.length > 0 ? 'change' : 'same';
    outcomes.push({ row, outcome, name, fields: changed });
    problems.push(...problemsOfEntry(after).map((fault) => ({ ...fault, row })));
    if (outcome === 'same') continue;
    if (found && found.standing !== 'current') {
      problems.push({ code: 'planning.row-closed', row, field: 'title', values: { name } });
      continue;
    }
    changes.push({
      id: found?.id ?? newId(),
      rowKey,
      before: found?.fields ?? null,
      after,
      version: (found?.version ?? 0) + 1,
    });
  }
  return { changes, outcomes, problems };
}

function overlay(fields: EntryFields, said: EntryFields): EntryFields {
  const spoken = Object.fromEntries(
    entryFields.flatMap((field) => (said[field] === null ? [] : [[field, said[field]] as const])),
  );
  return { ...fields, ...spoken };
}
