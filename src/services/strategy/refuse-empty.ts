import { findElements, type ElementRow } from '#database/strategy/element-views.ts';
import type { VersionRow } from '#database/strategy/strategy-columns.ts';
import { refuse } from '#domain/strategy/refusals.ts';
import type { Transaction } from '../context.ts';

/** @throws Refusal `strategy.empty` where a version has no line of action yet; otherwise its elements */
export async function refuseEmpty(tx: Transaction, version: VersionRow): Promise<ElementRow[]> {
  const elements = await findElements(tx, [version.id]);
  if (!elements.some(({ kind }) => kind === 'line')) throw refuse('strategy.empty');
  return elements;
}
