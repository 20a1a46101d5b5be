import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { anyOf } from '#database/any-of.ts';
import type { Dependencies } from '#domain/commitments/holding-back.ts';
import { commitmentOf, instanceOf, type CommitmentRow, type InstanceRow } from './commitment-columns.ts';

/** The commitments of these ids, in no order. */
export async function findCommitments(tx: Transaction, ids: readonly string[]): Promise<CommitmentRow[]> {
  if (ids.length === 0) return [];
  const rows = await tx.selectFrom('commitment').selectAll().where('id', '=', anyOf(ids)).execute();
  return withCoObliged(tx, rows);
}

export async function findCommitment(tx: Transaction, id: string): Promise<CommitmentRow | undefined> {
  return (await findCommitments(tx, [id]))[0];
}

/** The commitments of an agreement, in the order in which they were entered. */
export async function findCommitmentsOf(tx: Transaction, agreementId: string): Promise<CommitmentRow[]> {
  const rows = await tx
    .selectFrom('commitment')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .orderBy('id')
    .execute();
  return withCoObliged(tx, rows);
}

async function withCoObliged(
  tx: Transaction,
  rows: readonly Parameters<typeof commitmentOf>[0][],
): Promise<CommitmentRow[]> {
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const others = await tx
    .selectFrom('commitment_co_obligor')
    .select(['commitment_id', 'organisation_id', 'structure_id'])
    .where('commitment_id', '=', anyOf(ids))
    .orderBy('holder_id')
    .execute();
  const byCommitment = Map.groupBy(others, (other) => other.commitment_id);
  return rows.map((row) => commitmentOf(row, byCommitment.get(row.id) ?? []));
}

/** When commitments fall due, each in order. */
export async function findInstances(
  tx: Transaction,
  commitmentIds: readonly string[],
): Promise<Map<string, InstanceRow[]>> {
  if (commitmentIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('commitment_instance')
    .selectAll()
    .where('commitment_id', '=', anyOf([...new Set(commitmentIds)]))
    .orderBy('sequence')
    .execute();
  return Map.groupBy(rows.map(instanceOf), (row) => row.commitmentId);
}

export async function findInstance(tx: Transaction, id: string): Promise<InstanceRow | undefined> {
  const row = await tx.selectFrom('commitment_instance').selectAll().where('id', '=', id).executeTakeFirst();
  return row && instanceOf(row);
}

/** Whom these commitments need first, and why. */
export async function findPrerequisites(tx: Transaction, commitmentIds: readonly string[]) {
  if (commitmentIds.length === 0) return [];
  return tx
    .selectFrom('commitment_dependency')
    .selectAll()
    .where('commitment_id', '=', anyOf([...new Set(commitmentIds)]))
    .orderBy('created_at')
    .execute();
}

/** Who needs this commitment first. */
export async function findDependents(tx: Transaction, prerequisiteId: string) {
  return tx
    .selectFrom('commitment_dependency')
    .selectAll()
    .where('prerequisite_id', '=', prerequisiteId)
    .orderBy('created_at')
    .execute();
}

/** Whether a commitment needs another first, also through some that the caller does not see. */
export async function doesNeed(
  tx: Transaction,
  dependentId: string,
  prerequisiteId: string,
): Promise<boolean> {
  const { rows } = await sql<{ needs: boolean }>`
    select commitment_needs(${dependentId}::uuid, ${prerequisiteId}::uuid) as needs`.execute(tx);
  return rows[0]?.needs ?? false;
}

/** Every dependency of a country that the caller sees. */
export async function findDependencies(tx: Transaction, country: string): Promise<Dependencies> {
  const rows = await tx
    .selectFrom('commitment_dependency as d')
    .innerJoin('commitment as c', 'c.id', 'd.commitment_id')
    .select(['d.commitment_id', 'd.prerequisite_id'])
    .where('c.country', '=', country)
    .execute();
  const grouped = Map.groupBy(rows, (row) => row.commitment_id);
  return new Map([...grouped].map(([id, list]) => [id, list.map((row) => row.prerequisite_id)]));
}

/** What was done to a commitment and its instances, newest first, as far as the caller may read it. */
export async function findActs(tx: Transaction, commitmentId: string) {
  return tx
    .selectFrom('commitment_act')
    .selectAll()
    .where('commitment_id', '=', commitmentId)
    .orderBy('done_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}
