import { sql, type Insertable, type Updateable } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';
import type { StrategyRow, VersionRow } from './strategy-columns.ts';

export type StrategyFields = Pick<
  StrategyRow,
  'organisationId' | 'title' | 'adoptingAct' | 'adoptingActOn' | 'periodFrom' | 'periodTo' | 'levels' | 'note'
>;

function columnsOf(fields: StrategyFields) {
  return {
    organisation_id: fields.organisationId,
    title: fields.title,
    adopting_act: fields.adoptingAct,
    adopting_act_on: fields.adoptingActOn,
    period_from: fields.periodFrom,
    period_to: fields.periodTo,
    level_names: JSON.stringify(fields.levels),
    note: fields.note,
  } satisfies Partial<Insertable<DB['strategy']>>;
}

export async function insertStrategy(
  tx: Transaction,
  strategy: StrategyFields & {
    readonly id: string;
    readonly country: string;
    readonly territoryId: number;
    readonly origin: 'person' | 'pack';
    readonly sourceId?: string | null;
    readonly example?: boolean;
  },
): Promise<void> {
  await tx
    .insertInto('strategy')
    .values({
      id: strategy.id,
      country: strategy.country,
      territory_id: strategy.territoryId,
      origin: strategy.origin,
      source_id: strategy.sourceId ?? null,
      example: strategy.example ?? false,
      ...columnsOf(strategy),
    })
    .execute();
}

/** Changes a strategy that is still at the version that was edited; false when it is not. */
export async function updateStrategyRow(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
  fields: StrategyFields,
): Promise<boolean> {
  const result = await tx
    .updateTable('strategy')
    .set({ ...columnsOf(fields), version: at.version + 1, updated_at: sql`now()` })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function insertVersion(
  tx: Transaction,
  version: {
    readonly id: string;
    readonly strategyId: string;
    readonly territoryId: number;
    readonly number: number;
    readonly basedOnId: string | null;
    readonly isExampleStructure?: boolean;
    readonly origin?: 'person' | 'pack';
  },
): Promise<void> {
  await tx
    .insertInto('strategy_version')
    .values({
      id: version.id,
      strategy_id: version.strategyId,
      territory_id: version.territoryId,
      number: version.number,
      standing: 'draft',
      based_on_id: version.basedOnId,
      is_example_structure: version.isExampleStructure ?? false,
      origin: version.origin ?? 'person',
    })
    .execute();
}

export type VersionChange = Partial<
  Pick<
    VersionRow,
    | 'standing'
    | 'consultationFrom'
    | 'consultationTo'
    | 'approvingBody'
    | 'approvingAct'
    | 'approvedOn'
    | 'validFrom'
    | 'validTo'
    | 'isExampleStructure'
  >
>;

const versionColumns = {
  standing: 'standing',
  consultationFrom: 'consultation_from',
  consultationTo: 'consultation_to',
  approvingBody: 'approving_body',
  approvingAct: 'approving_act',
  approvedOn: 'approved_on',
  validFrom: 'valid_from',
  validTo: 'valid_to',
  isExampleStructure: 'is_example_structure',
} as const satisfies Record<keyof VersionChange, keyof DB['strategy_version']>;

/** Changes a version that still is as it was when it was read; false when it is not. */
export async function updateVersionRow(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
  change: VersionChange,
): Promise<boolean> {
  const columns = Object.entries(change).map(([name, value]) => [
    versionColumns[name as keyof VersionChange],
    value,
  ]);
  const result = await tx
    .updateTable('strategy_version')
    .set({
      ...(Object.fromEntries(columns) as Updateable<DB['strategy_version']>),
      version: at.version + 1,
      updated_at: sql`now()`,
    })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function insertStrategyAct(tx: Transaction, act: Insertable<DB['strategy_act']>): Promise<void> {
  await tx.insertInto('strategy_act').values(act).execute();
}

/** Whether the strategies of a country's example were loaded before. */
export async function hasPackStrategies(tx: Transaction, country: string): Promise<boolean> {
  const row = await tx
    .selectFrom('strategy')
    .select('id')
    .where('country', '=', country)
    .where('origin', '=', 'pack')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
