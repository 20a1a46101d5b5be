import type { Selectable } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { anyOf } from '#database/any-of.ts';
import type { DB } from '#database/schema.ts';
import type { Element, Indicator, RoleOf, Target } from '#domain/strategy/element.ts';

/** An element with the version and the strategy that it belongs to. */
export type ElementRow = Element & {
  readonly versionId: string;
  readonly strategyId: string;
  readonly territoryId: number;
};

/** Everything that versions say, in no order: the tree is made by the domain. */
export async function findElements(tx: Transaction, versionIds: readonly string[]): Promise<ElementRow[]> {
  if (versionIds.length === 0) return [];
  const rows = await tx
    .selectFrom('strategy_element')
    .selectAll()
    .where('version_id', '=', anyOf(versionIds))
    .execute();
  return complete(tx, rows);
}

/** What every version that the caller may see says of a thread. */
export async function findElementsOfThread(tx: Transaction, threadId: string): Promise<ElementRow[]> {
  const rows = await tx
    .selectFrom('strategy_element')
    .selectAll()
    .where('thread_id', '=', threadId)
    .execute();
  return complete(tx, rows);
}

export async function findElement(tx: Transaction, id: string): Promise<ElementRow | undefined> {
  const rows = await tx.selectFrom('strategy_element').selectAll().where('id', '=', id).execute();
  return (await complete(tx, rows))[0];
}

/** Whether any of these versions has an element. */
export async function hasElements(tx: Transaction, versionIds: readonly string[]): Promise<boolean> {
  if (versionIds.length === 0) return false;
  const row = await tx
    .selectFrom('strategy_element')
    .select('id')
    .where('version_id', '=', anyOf(versionIds))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function complete(
  tx: Transaction,
  rows: readonly Selectable<DB['strategy_element']>[],
): Promise<ElementRow[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const roles = await findRoles(tx, ids);
  const indicators = await findIndicators(tx, ids);
  return rows.map((row) => ({
    id: row.id,
    versionId: row.version_id,
    strategyId: row.strategy_id,
    territoryId: row.territory_id,
    threadId: row.thread_id,
    parentId: row.parent_id,
    kind: row.kind as Element['kind'],
    level: row.level,
    position: row.position,
    version: row.version,
    code: row.code,
    title: row.title,
    description: row.description,
    preventionLevel: row.prevention_level as Element['preventionLevel'],
    preventionTypes: row.prevention_types as Element['preventionTypes'],
    inspire: row.inspire as Element['inspire'],
    ecologicalLevels: row.ecological_levels as Element['ecologicalLevels'],
    roles: roles.get(row.id) ?? [],
    indicators: indicators.get(row.id) ?? [],
  }));
}

async function findRoles(tx: Transaction, ids: readonly string[]): Promise<Map<string, RoleOf[]>> {
  const rows = await tx
    .selectFrom('strategy_role as r')
    .innerJoin('organisation as o', 'o.id', 'r.organisation_id')
    .select(['r.element_id', 'r.organisation_id', 'r.role'])
    .where('r.element_id', '=', anyOf(ids))
    .orderBy('r.role')
    .orderBy('o.name')
    .execute();
  const found = new Map<string, RoleOf[]>();
  for (const row of rows) {
    const role = { organisationId: row.organisation_id, role: row.role as RoleOf['role'] };
    found.set(row.element_id, [...(found.get(row.element_id) ?? []), role]);
  }
  return found;
}

async function findIndicators(tx: Transaction, ids: readonly string[]): Promise<Map<string, Indicator[]>> {
  const rows = await tx
    .selectFrom('strategy_indicator')
    .selectAll()
    .where('element_id', '=', anyOf(ids))
    .orderBy('position')
    .orderBy('id')
    .execute();
  const targets = await findTargets(
    tx,
    rows.map(({ id }) => id),
  );
  const found = new Map<string, Indicator[]>();
  for (const row of rows) {
    const indicator: Indicator = {
      title: row.title,
      unit: row.unit,
      direction: row.direction as Indicator['direction'],
      source: row.source,
      baselineValue: row.baseline_value === null ? null : Number(row.baseline_value),
      baselineYear: row.baseline_year,
      targets: targets.get(row.id) ?? [],
    };
    found.set(row.element_id, [...(found.get(row.element_id) ?? []), indicator]);
  }
  return found;
}

async function findTargets(tx: Transaction, ids: readonly string[]): Promise<Map<string, Target[]>> {
  const found = new Map<string, Target[]>();
  if (ids.length === 0) return found;
  const rows = await tx
    .selectFrom('strategy_target')
    .select(['indicator_id', 'year', 'value'])
    .where('indicator_id', '=', anyOf(ids))
    .orderBy('year')
    .execute();
  for (const { indicator_id: id, year, value } of rows)
    found.set(id, [...(found.get(id) ?? []), { year, value: Number(value) }]);
  return found;
}
