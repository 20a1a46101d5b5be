import { upsertSearchEntry } from '#database/operations/search-store.ts';
import { findElement, findElements, type ElementRow } from '#database/strategy/element-views.ts';
import type { StrategyRow, VersionRow } from '#database/strategy/strategy-columns.ts';
import {
  insertStrategyAct,
  updateVersionRow,
  type VersionChange,
} from '#database/strategy/strategy-store.ts';
import { findStrategy, findVersion } from '#database/strategy/strategy-views.ts';
import { fold } from '#domain/shared/fold.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { permitEditStrategy } from '#domain/strategy/permissions.ts';
import { refuse } from '#domain/strategy/refusals.ts';
import { standingAfter, type VersionAct } from '#domain/strategy/version-standing.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';

/** A version and its strategy, as they were read for a change. */
export type Opened = { readonly strategy: StrategyRow; readonly version: VersionRow };

/** Reads a strategy for a change, if the caller may change it and nobody else has since the version they saw. */
export async function openStrategy(
  tx: Transaction,
  context: Context,
  at: { readonly id: string; readonly version?: number },
): Promise<StrategyRow> {
  const strategy = await findStrategy(tx, at.id);
  if (!strategy) throw refuse('strategy.not-found');
  permitEditStrategy(context.actor, strategy.territoryId);
  if (at.version !== undefined && at.version !== strategy.version) throw stale(strategy);
  return strategy;
}

/** Reads a version for an act, if the caller may do it, it is as they saw it, and the act is possible as it stands. */
export async function openVersion(
  tx: Transaction,
  context: Context,
  at: { readonly id: string; readonly version?: number; readonly act: VersionAct },
): Promise<Opened> {
  const version = await findVersion(tx, at.id);
  const strategy = version && (await findStrategy(tx, version.strategyId));
  if (!version || !strategy) throw refuse('strategy.version-not-found');
  permitEditStrategy(context.actor, strategy.territoryId);
  standingAfter(version.standing, at.act);
  if (at.version !== undefined && at.version !== version.version) throw stale(version);
  return { strategy, version };
}

/** Reads an element for a change, with its whole version. */
export async function openElement(
  tx: Transaction,
  context: Context,
  at: { readonly id: string; readonly version: number },
): Promise<Opened & { readonly element: ElementRow; readonly elements: readonly ElementRow[] }> {
  const element = await findElement(tx, at.id);
  if (!element) throw refuse('strategy.element-not-found');
  const opened = await openVersion(tx, context, { id: element.versionId, act: 'written' });
  if (at.version !== element.version) throw stale(element);
  return { ...opened, element, elements: await findElements(tx, [element.versionId]) };
}

/** Somebody else was faster: what stands now is shown beside what was written. */
export function stale(current: StrategyRow | VersionRow | ElementRow) {
  return refuseShared('shared.stale', { current });
}

type Done = {
  readonly operation: string;
  readonly act: VersionAct;
  readonly change: VersionChange;
  readonly on: string;
  readonly reason?: string | null;
};

// Until a version is approved only those who write it, and those who are asked, know of it.
const publicActs: readonly VersionAct[] = ['approved', 'superseded'];

/** Saves an act done to a version where it is still as it was read, keeps the act, and writes both down. */
export async function actOnVersion(
  tx: Transaction,
  context: Context,
  before: VersionRow,
  done: Done,
): Promise<{ id: string; version: number }> {
  const standing = standingAfter(before.standing, done.act);
  if (!(await updateVersionRow(tx, before, { ...done.change, standing }))) throw stale(before);
  const after = await findVersion(tx, before.id);
  if (!after) throw refuse('strategy.version-not-found');
  await keepVersionAct(tx, context, after, done);
  await recordVersion(tx, context, done.operation, { before, after });
  return { id: after.id, version: after.version };
}

export async function keepVersionAct(
  tx: Transaction,
  context: Context,
  version: VersionRow,
  done: { readonly act: VersionAct; readonly on: string; readonly reason?: string | null },
): Promise<void> {
  await insertStrategyAct(tx, {
    id: newId(),
    strategy_id: version.strategyId,
    version_id: version.id,
    territory_id: version.territoryId,
    act: done.act,
    on_date: done.on,
    reason: done.reason ?? null,
    account_id: context.actor.kind === 'account' ? context.actor.accountId : null,
    is_draft: !publicActs.includes(done.act),
  });
}

const audited = ({ id: _id, strategyId: _strategy, territoryId: _territory, ...said }: VersionRow) => said;

/** Writes a deed done to a version down. */
export async function recordVersion(
  tx: Transaction,
  context: Context,
  operation: string,
  rows: { readonly before: VersionRow | null; readonly after: VersionRow },
): Promise<void> {
  const { before, after } = rows;
  await record(tx, context, {
    operation,
    subjectKind: 'strategy-version',
    subjectId: after.id,
    territoryId: after.territoryId,
    organisationId: null,
    before: before && audited(before),
    after: audited(after),
    freeText: ['approvingBody', 'approvingAct'],
  });
}

/** A strategy is found by its title from the day on which everybody may read a version of it. */
export async function makeStrategyFindable(
  tx: Transaction,
  strategy: Pick<StrategyRow, 'id' | 'country' | 'territoryId' | 'title'>,
): Promise<void> {
  await upsertSearchEntry(tx, {
    kind: 'strategy',
    id: strategy.id,
    country: strategy.country,
    territoryId: strategy.territoryId,
    organisationId: null,
    title: strategy.title,
    folded: fold(strategy.title),
    visibility: 'public',
  });
}
