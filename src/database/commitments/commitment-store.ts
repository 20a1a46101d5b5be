import { sql, type Insertable, type Updateable } from 'kysely';
import { anyOf } from '#database/any-of.ts';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';
import type { CommitmentTerms, PartyRef } from '#domain/commitments/commitment.ts';
import { columnsOf } from './commitment-columns.ts';

type Owners = {
  readonly parties: readonly string[];
  readonly partyTerritories: readonly number[];
  readonly obliged: readonly string[];
};

export type NewCommitment = Owners & {
  readonly id: string;
  readonly country: string;
  readonly territoryId: number;
  readonly terms: CommitmentTerms;
  readonly agreementId: string | null;
  readonly clauseId: string | null;
  readonly planActionId: string | null;
  readonly quality: number;
  readonly standing: string;
  readonly isPublic: boolean;
  readonly origin: string;
  readonly importRunId: string | null;
  readonly rowKey: string | null;
  readonly example: boolean;
  readonly createdBy: string | null;
};

/** So many rows travel in one statement: a statement takes 65,535 values. */
const rowsAtOnce = 500;

function* portionsOf<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) yield rows.slice(at, at + rowsAtOnce);
}

export async function insertCommitments(
  tx: Transaction,
  commitments: readonly NewCommitment[],
): Promise<void> {
  for (const portion of portionsOf(commitments))
    await tx.insertInto('commitment').values(portion.map(columnsOfNew)).execute();
}

function columnsOfNew(commitment: NewCommitment): Insertable<DB['commitment']> {
  return {
    id: commitment.id,
    country: commitment.country,
    territory_id: commitment.territoryId,
    ...columnsOf(commitment.terms),
    agreement_id: commitment.agreementId,
    clause_id: commitment.clauseId,
    plan_action_id: commitment.planActionId,
    quality: commitment.quality,
    standing: commitment.standing,
    is_public: commitment.isPublic,
    origin: commitment.origin,
    import_run_id: commitment.importRunId,
    row_key: commitment.rowKey,
    example: commitment.example,
    created_by: commitment.createdBy,
    ...ownersOf(commitment),
  };
}

function ownersOf({ parties, partyTerritories, obliged }: Owners) {
  return {
    parties: [...parties],
    party_territories: [...partyTerritories],
    obliged: [...obliged],
  };
}

type WithCoObliged = {
  readonly id: string;
  readonly territoryId: number;
  readonly coObliged: readonly PartyRef[];
};

/** Says anew who is co-obliged. */
export async function replaceCoObliged(
  tx: Transaction,
  commitments: readonly WithCoObliged[],
): Promise<void> {
  const ids = commitments.map(({ id }) => id);
  await tx.deleteFrom('commitment_co_obligor').where('commitment_id', '=', anyOf(ids)).execute();
  await insertCoObliged(tx, commitments);
}

/** Says who is co-obliged of commitments that are new. */
export async function insertCoObliged(tx: Transaction, commitments: readonly WithCoObliged[]): Promise<void> {
  const rows = commitments.flatMap(({ id: commitmentId, territoryId, coObliged }) =>
    coObliged.map(({ kind, id }) => ({
      commitment_id: commitmentId,
      holder_id: id,
      organisation_id: kind === 'organisation' ? id : null,
      structure_id: kind === 'structure' ? id : null,
      territory_id: territoryId,
    })),
  );
  for (const portion of portionsOf(rows))
    await tx.insertInto('commitment_co_obligor').values(portion).execute();
}

export type CommitmentChange = {
  readonly terms?: CommitmentTerms;
  readonly owners?: Owners;
  readonly quality?: number;
  readonly standing?: string;
  readonly standingReason?: string | null;
  readonly isPublic?: boolean;
};

/** Changes a commitment that is still at the version that was seen; false when it is not. */
export async function updateCommitmentRow(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
  change: CommitmentChange,
): Promise<boolean> {
  const values: Updateable<DB['commitment']> = {
    ...(change.terms ? columnsOf(change.terms) : {}),
    ...(change.owners ? ownersOf(change.owners) : {}),
  };
  if (change.quality !== undefined) values.quality = change.quality;
  if (change.isPublic !== undefined) values.is_public = change.isPublic;
  if (change.standing !== undefined) {
    values.standing = change.standing;
    values.standing_reason = change.standingReason ?? null;
  }
  const result = await tx
    .updateTable('commitment')
    .set({ ...values, version: at.version + 1, updated_at: sql`now()` })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function insertInstances(
  tx: Transaction,
  rows: readonly Insertable<DB['commitment_instance']>[],
): Promise<void> {
  for (const portion of portionsOf(rows))
    await tx.insertInto('commitment_instance').values(portion).execute();
}

/** Takes away the instances of a proposal whose days were written anew. */
export async function deleteInstances(tx: Transaction, commitmentId: string): Promise<void> {
  await tx.deleteFrom('commitment_instance').where('commitment_id', '=', commitmentId).execute();
}

/** Columns of an instance that change. */
export type Updates = Updateable<DB['commitment_instance']>;

/** Changes an instance that is still at the version that was seen; false when it is not. */
export async function updateInstanceRow(
  tx: Transaction,
  at: { readonly id: string; readonly version: number },
  values: Updates,
): Promise<boolean> {
  const result = await tx
    .updateTable('commitment_instance')
    .set({ ...values, version: at.version + 1 })
    .where('id', '=', at.id)
    .where('version', '=', at.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function insertActs(
  tx: Transaction,
  rows: readonly Insertable<DB['commitment_act']>[],
): Promise<void> {
  for (const portion of portionsOf(rows)) await tx.insertInto('commitment_act').values(portion).execute();
}

export async function insertDependencies(
  tx: Transaction,
  rows: readonly Insertable<DB['commitment_dependency']>[],
): Promise<void> {
  for (const portion of portionsOf(rows))
    await tx
      .insertInto('commitment_dependency')
      .values(portion)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

export async function deleteDependency(
  tx: Transaction,
  dependency: { readonly commitmentId: string; readonly prerequisiteId: string },
): Promise<boolean> {
  const result = await tx
    .deleteFrom('commitment_dependency')
    .where('commitment_id', '=', dependency.commitmentId)
    .where('prerequisite_id', '=', dependency.prerequisiteId)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}
