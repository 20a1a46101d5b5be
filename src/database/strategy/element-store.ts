import type { Insertable } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';
import type { Element, ElementFields } from '#domain/strategy/element.ts';

/** Where elements are written: one version of one strategy. */
export type Whereabouts = {
  readonly versionId: string;
  readonly strategyId: string;
  readonly territoryId: number;
};

function columnsOf(fields: ElementFields) {
  return {
    code: fields.code,
    title: fields.title,
    description: fields.description,
    prevention_level: fields.preventionLevel,
    prevention_types: [...fields.preventionTypes],
    inspire: [...fields.inspire],
    ecological_levels: [...fields.ecologicalLevels],
  } satisfies Partial<Insertable<DB['strategy_element']>>;
}

/** A new axis, objective or line that no version knew before. */
export async function insertThread(
  tx: Transaction,
  thread: { readonly id: string; readonly strategyId: string; readonly territoryId: number },
): Promise<void> {
  await tx
    .insertInto('strategy_thread')
    .values({ id: thread.id, strategy_id: thread.strategyId, territory_id: thread.territoryId })
    .execute();
}

/** Writes elements, each parent before those under it. */
export async function insertElements(
  tx: Transaction,
  at: Whereabouts,
  elements: readonly Omit<Element, 'version'>[],
  newId: () => string,
): Promise<void> {
  if (elements.length === 0) return;
  const rows = elements.map((element) => ({
    id: element.id,
    version_id: at.versionId,
    strategy_id: at.strategyId,
    thread_id: element.threadId,
    territory_id: at.territoryId,
    parent_id: element.parentId,
    kind: element.kind,
    level: element.level,
    position: element.position,
    ...columnsOf(element),
  }));
  await tx.insertInto('strategy_element').values(rows).execute();
  await insertParts(tx, at.territoryId, elements, newId);
}

async function insertParts(
  tx: Transaction,
  territoryId: number,
  elements: readonly (ElementFields & { readonly id: string })[],
  newId: () => string,
): Promise<void> {
  const roles = elements.flatMap((element) =>
    element.roles.map(({ organisationId, role }) => ({
      element_id: element.id,
      organisation_id: organisationId,
      territory_id: territoryId,
      role,
    })),
  );
  const indicators = elements.flatMap((element) =>
    element.indicators.map((indicator, position) => ({ id: newId(), element, indicator, position })),
  );
  const targets = indicators.flatMap(({ id, indicator }) =>
    indicator.targets.map(({ year, value }) => ({
      indicator_id: id,
      territory_id: territoryId,
      year,
      value: String(value),
    })),
  );
  if (roles.length > 0) await tx.insertInto('strategy_role').values(roles).execute();
  if (indicators.length > 0) {
    const rows = indicators.map(({ id, element, indicator, position }) => ({
      id,
      element_id: element.id,
      territory_id: territoryId,
      title: indicator.title,
      unit: indicator.unit,
      direction: indicator.direction,
      source: indicator.source,
      baseline_value: indicator.baselineValue === null ? null : String(indicator.baselineValue),
      baseline_year: indicator.baselineYear,
      position,
    }));
    await tx.insertInto('strategy_indicator').values(rows).execute();
  }
  if (targets.length > 0) await tx.insertInto('strategy_target').values(targets).execute();
}

/** Changes what an element says, if it still is at the version that was edited; false when it is not. */
export async function updateElementRow(
  tx: Transaction,
  at: { readonly id: string; readonly version: number; readonly territoryId: number },
  fields: ElementFields,
  newId: () => string,
): Promise<boolean> {
  const result = await tx
    .updateTable('strategy_element')
    .set({ ...columnsOf(fields), version: at.version + 1 })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) return false;
  await tx.deleteFrom('strategy_role').where('element_id', '=', at.id).execute();
  await tx.deleteFrom('strategy_indicator').where('element_id', '=', at.id).execute();
  await insertParts(tx, at.territoryId, [{ ...fields, id: at.id }], newId);
  return true;
}

/** Moves an element under another parent, if it still is at the version that was seen. */
export async function moveElementRow(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
  parentId: string | null,
): Promise<boolean> {
  const result = await tx
    .updateTable('strategy_element')
    .set({ parent_id: parentId, version: at.version + 1 })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Writes the order of elements that stand beside one another. */
export async function orderElements(tx: Transaction, ids: readonly string[]): Promise<void> {
  for (const [position, id] of ids.entries())
    await tx.updateTable('strategy_element').set({ position }).where('id', '=', id).execute();
}

/** Removes an element and all that stands under it, if it still is at the version that was seen. */
export async function deleteElementRow(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
): Promise<boolean> {
  const result = await tx
    .deleteFrom('strategy_element')
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}
