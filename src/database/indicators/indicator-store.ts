import { sql, type Insertable } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';
import type { DefinitionFields, IndicatorDimension, IndicatorFields } from '#domain/indicators/indicator.ts';
import type { IndicatorStanding } from '#domain/indicators/vocabulary.ts';
import { columnsOf, definitionColumnsOf, type Parts } from './indicator-columns.ts';

export type NewIndicator = {
  readonly fields: IndicatorFields;
  readonly parts: Parts;
  readonly country: string | null;
  readonly territoryId: number | null;
  readonly organisationId: string | null;
  readonly standing: IndicatorStanding;
  readonly sourceId: string | null;
  readonly origin: 'pack' | 'person' | 'import';
  readonly example?: boolean;
};

/** Keeps a new indicator with its dimensions. @returns its number */
export async function insertIndicator(tx: Transaction, given: NewIndicator): Promise<number> {
  const { id } = await tx
    .insertInto('indicator')
    .values({
      ...columnsOf(given.fields, given.parts),
      country: given.country,
      territory_id: given.territoryId,
      organisation_id: given.organisationId,
      standing: given.standing,
      source_id: given.sourceId,
      origin: given.origin,
      example: given.example ?? false,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await saveDimensions(tx, id, given.fields.dimensions);
  return id;
}

export type IndicatorChange = {
  readonly said?: { readonly fields: IndicatorFields; readonly parts: Parts };
  readonly standing?: IndicatorStanding;
  readonly standingReason?: string | null;
  readonly organisationId?: string | null;
  readonly definitionNumber?: number;
  readonly sourceId?: string | null;
  /** What a person changed is the person's: a newer catalogue leaves it alone. */
  readonly origin?: 'pack' | 'person';
};

/** Changes an indicator that is still at the version that was edited; false when it is not. */
export async function updateIndicatorRow(
  tx: Transaction,
  at: { readonly id: number; readonly version: number },
  change: IndicatorChange,
): Promise<boolean> {
  const { said, standing, definitionNumber, sourceId, origin } = change;
  const result = await tx
    .updateTable('indicator')
    .set({
      ...(said ? columnsOf(said.fields, said.parts) : {}),
      ...(standing === undefined ? {} : { standing, standing_reason: change.standingReason ?? null }),
      ...(change.organisationId === undefined ? {} : { organisation_id: change.organisationId }),
      ...(definitionNumber === undefined ? {} : { definition_number: definitionNumber }),
      ...(sourceId === undefined ? {} : { source_id: sourceId }),
      ...(origin === undefined ? {} : { origin }),
      version: at.version + 1,
      updated_at: sql`now()`,
    })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) return false;
  if (said) await saveDimensions(tx, at.id, said.fields.dimensions);
  return true;
}

/** Deletes an indicator at the version that was seen, with its definitions and dimensions. */
export async function deleteIndicatorRow(
  tx: Transaction,
  at: { readonly id: number; readonly version: number },
): Promise<boolean> {
  const result = await tx
    .deleteFrom('indicator')
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

async function saveDimensions(
  tx: Transaction,
  indicatorId: number,
  dimensions: readonly IndicatorDimension[],
): Promise<void> {
  await tx.deleteFrom('indicator_dimension').where('indicator_id', '=', indicatorId).execute();
  if (dimensions.length === 0) return;
  await tx
    .insertInto('indicator_dimension')
    .values(
      dimensions.map(({ dimension, isRequired }) => ({
        indicator_id: indicatorId,
        dimension,
        is_required: isRequired,
      })),
    )
    .execute();
}

/** Keeps one more wording of a definition. Wordings are never changed: figures say by which one they were counted. */
export async function insertDefinition(
  tx: Transaction,
  at: {
    readonly indicatorId: number;
    readonly number: number;
    readonly reason?: string | null;
    readonly validFrom?: string | null;
    readonly accountId: string | null;
  },
  fields: DefinitionFields,
): Promise<void> {
  const row: Insertable<DB['indicator_definition']> = {
    indicator_id: at.indicatorId,
    number: at.number,
    reason: at.reason ?? null,
    valid_from: at.validFrom ?? null,
    account_id: at.accountId,
    ...definitionColumnsOf(fields),
  };
  await tx.insertInto('indicator_definition').values(row).execute();
}
