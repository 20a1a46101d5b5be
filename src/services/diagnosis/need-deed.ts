import { removeSearchEntry, upsertSearchEntry } from '#database/operations/search-store.ts';
import type { NeedRow } from '#database/diagnosis/need-columns.ts';
import { insertNeedAct, updateNeedRow, type NeedChangeOfColumns } from '#database/diagnosis/need-store.ts';
import { findNeed } from '#database/diagnosis/need-views.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { freeTextOfNeeds, needFields, type NeedField } from '#domain/diagnosis/need.ts';
import { standingAfter, type NeedAct } from '#domain/diagnosis/need-standing.ts';
import { permitEditNeed } from '#domain/diagnosis/permissions.ts';
import { refuse } from '#domain/diagnosis/refusals.ts';
import { fold } from '#domain/shared/fold.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { todayOf } from '../today.ts';

/** Reads a need for a change, if the caller may change it and nobody else has since the version they saw. */
export async function openNeed(
  tx: Transaction,
  context: Context,
  at: { readonly id: string; readonly version?: number },
): Promise<NeedRow> {
  const need = await findNeed(tx, at.id);
  if (!need) throw refuse('diagnosis.need-not-found');
  permitEditNeed(context.actor, need.territoryId);
  if (at.version !== undefined && at.version !== need.version) throw staleNeed(need);
  return need;
}

/** Somebody else was faster: what stands now is shown beside what was written. */
export function staleNeed(need: NeedRow) {
  return refuseShared('shared.stale', { current: need });
}

type ActInput = {
  readonly needId: string;
  readonly version: number;
  readonly body?: { readonly on?: string; readonly reason?: string; readonly confirmText?: boolean };
};

/** Does something to a need by which it stands differently, and writes it down. */
export async function actOnNeed(
  tx: Transaction,
  context: Context,
  input: ActInput,
  deed: { readonly operation: string; readonly act: NeedAct },
): Promise<{ id: string; version: number }> {
  const need = await openNeed(tx, context, { id: input.needId, version: input.version });
  const standing = standingAfter(need.standing, deed.act);
  const reason = input.body?.reason ?? null;
  refusePersonalText({ reason }, input.body?.confirmText ?? false);
  const today = await todayOf(tx, context, need.territoryId);
  const on = input.body?.on ?? today;
  if (on > today) {
    throw refuse('diagnosis.need-incomplete', {
      problems: [{ code: 'diagnosis.day-to-come', field: 'on' }],
    });
  }
  const change = { standing, standingReason: reason, standingOn: on };
  return changeNeed(tx, context, need, { ...deed, change, on, reason });
}

type Done = {
  readonly operation: string;
  readonly act: NeedAct;
  readonly change: NeedChangeOfColumns;
  readonly on: string;
  readonly reason?: string | null;
  readonly fields?: readonly NeedField[];
  readonly otherId?: string;
};

/** Saves a change where the version is still the one that was edited, keeps the act, and writes both down. */
export async function changeNeed(
  tx: Transaction,
  context: Context,
  before: NeedRow,
  done: Done,
): Promise<{ id: string; version: number }> {
  if (!(await updateNeedRow(tx, before, done.change))) throw staleNeed(before);
  const after = await findNeed(tx, before.id);
  if (!after) throw refuse('diagnosis.need-not-found');
  await keepAct(tx, after, {
    ...done,
    isDraft: after.standing === 'draft' || isHiddenAnnulment(before, done),
  });
  await makeNeedFindable(tx, after);
  await recordNeed(tx, context, done.operation, { before, after });
  return { id: after.id, version: after.version };
}

// A draft that is annulled was never read by anybody; neither is its annulment.
function isHiddenAnnulment(before: NeedRow, done: Done): boolean {
  return before.standing === 'draft' && done.act === 'annulled';
}

export async function keepAct(
  tx: Transaction,
  need: Pick<NeedRow, 'id' | 'territoryId' | 'version'>,
  done: {
    readonly act: NeedAct;
    readonly on: string;
    readonly isDraft: boolean;
    readonly reason?: string | null;
    readonly fields?: readonly NeedField[];
    readonly otherId?: string;
  },
): Promise<void> {
  await insertNeedAct(tx, {
    id: newId(),
    need_id: need.id,
    territory_id: need.territoryId,
    act: done.act,
    on_date: done.on,
    reason: done.reason ?? null,
    fields: [...(done.fields ?? [])],
    other_id: done.otherId ?? null,
    version: need.version,
    is_draft: done.isDraft,
  });
}

const unsearched = new Set(['draft', 'merged', 'annulled']);

/** A need is found by its problem, its detail and whom it affects in own words; a draft and what was annulled are not found. */
export async function makeNeedFindable(tx: Transaction, need: NeedRow): Promise<void> {
  if (unsearched.has(need.standing)) return removeSearchEntry(tx, 'need', need.id);
  const texts = [need.problem, need.groupWords, need.factor].filter((text) => text !== null);
  await upsertSearchEntry(tx, {
    kind: 'need',
    id: need.id,
    country: need.country,
    territoryId: need.territoryId,
    organisationId: null,
    title: need.problem,
    folded: fold(texts.join(' ')),
    visibility: 'public',
  });
}

const audited = (need: NeedRow) => ({
  ...Object.fromEntries(needFields.map((field) => [field, need[field]])),
  standing: need.standing,
  standingReason: need.standingReason,
  standingOn: need.standingOn,
  mergedInto: need.mergedInto,
});

/** Writes a deed done to a need down. */
export async function recordNeed(
  tx: Transaction,
  context: Context,
  operation: string,
  rows: { readonly before: NeedRow | null; readonly after: NeedRow | null },
): Promise<void> {
  const need = rows.after ?? rows.before;
  if (!need) return;
  await record(tx, context, {
    operation,
    subjectKind: 'need',
    subjectId: need.id,
    territoryId: need.territoryId,
    organisationId: null,
    before: rows.before && audited(rows.before),
    after: rows.after && audited(rows.after),
    freeText: [...freeTextOfNeeds, 'standingReason'],
  });
}
