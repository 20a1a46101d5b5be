import { removeSearchEntry, upsertSearchEntries } from '#database/operations/search-store.ts';
import type { CommitmentRow, InstanceRow } from '#database/commitments/commitment-columns.ts';
import {
  insertActs,
  updateCommitmentRow,
  updateInstanceRow,
  type CommitmentChange,
} from '#database/commitments/commitment-store.ts';
import { findCommitment, findInstance } from '#database/commitments/commitment-views.ts';
import { isPublicAct, type Act } from '#domain/commitments/acts.ts';
import { commitmentFields, freeTextOfCommitments } from '#domain/commitments/commitment.ts';
import { refuse } from '#domain/commitments/refusals.ts';
import { fold } from '#domain/shared/fold.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { recordAll, type Deed } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';

/** The commitment, or the refusal that there is none that the caller may see. */
export async function getCommitmentRow(tx: Transaction, id: string): Promise<CommitmentRow> {
  const row = await findCommitment(tx, id);
  if (!row) throw refuse('commitments.not-found');
  return row;
}

export async function getInstanceRow(tx: Transaction, id: string): Promise<InstanceRow> {
  const row = await findInstance(tx, id);
  if (!row) throw refuse('commitments.instance-not-found');
  return row;
}

/** Somebody else was faster: what stands now is shown beside what was written. */
export function refuseStale(row: { readonly version: number }, version: number): void {
  if (row.version !== version) throw refuseShared('shared.stale', { current: row });
}

/** What was done, to be kept beside the commitment. */
export type Done = {
  readonly act: Act;
  readonly on: string;
  readonly instanceId?: string;
  readonly reason?: string | null;
  readonly forParty?: string | null;
  readonly details?: Readonly<Record<string, unknown>>;
};

const accountOf = (context: Context) => (context.actor.kind === 'account' ? context.actor.accountId : null);

/** Keeps what was done to commitments. */
export async function keepActs(
  tx: Transaction,
  context: Context,
  done: readonly (Done & { readonly commitment: Pick<CommitmentRow, 'id' | 'territoryId'> })[],
): Promise<void> {
  await insertActs(
    tx,
    // Done in one moment, they stay in the order in which they were done.
    done.map(({ commitment, act, on, instanceId, reason, forParty, details }, index) => ({
      id: newId(Date.now() + index),
      commitment_id: commitment.id,
      instance_id: instanceId ?? null,
      territory_id: commitment.territoryId,
      act,
      on_date: on,
      reason: reason ?? null,
      for_party: forParty ?? null,
      details: JSON.stringify(details ?? {}),
      account_id: accountOf(context),
      is_public: isPublicAct(act),
    })),
  );
}

/** Changes a commitment at the version that was read. */
export async function changeCommitment(
  tx: Transaction,
  before: CommitmentRow,
  change: CommitmentChange,
): Promise<CommitmentRow> {
  if (!(await updateCommitmentRow(tx, before, change)))
    throw refuseShared('shared.stale', { current: before });
  const after = await getCommitmentRow(tx, before.id);
  await makeCommitmentFindable(tx, after);
  return after;
}

/** Changes an instance at the version that was read. */
export async function changeInstance(
  tx: Transaction,
  before: InstanceRow,
  values: Parameters<typeof updateInstanceRow>[2],
): Promise<InstanceRow> {
  if (!(await updateInstanceRow(tx, before, values))) throw refuseShared('shared.stale', { current: before });
  return getInstanceRow(tx, before.id);
}

/** A commitment is found by what it says, once everyone may read it. */
export async function makeCommitmentFindable(tx: Transaction, commitment: CommitmentRow): Promise<void> {
  if (!isFound(commitment)) return removeSearchEntry(tx, 'commitment', commitment.id);
  await makeCommitmentsFindable(tx, [commitment]);
}

const isFound = ({ isPublic, standing }: CommitmentRow) => isPublic && standing !== 'annulled';

/** The same for commitments that are new: whatever of them everyone may read. */
export async function makeCommitmentsFindable(
  tx: Transaction,
  commitments: readonly CommitmentRow[],
): Promise<void> {
  await upsertSearchEntries(
    tx,
    commitments.filter(isFound).map((commitment) => ({
      kind: 'commitment',
      id: commitment.id,
      country: commitment.country,
      territoryId: commitment.territoryId,
      organisationId: null,
      title: commitment.what.slice(0, 300),
      folded: fold(commitment.what),
      visibility: 'public',
    })),
  );
}

const auditedCommitment = (row: CommitmentRow) => ({
  ...Object.fromEntries(commitmentFields.map((field) => [field, row[field]])),
  standing: row.standing,
  standingReason: row.standingReason,
  isPublic: row.isPublic,
});

const auditedInstance = ({ version, ...row }: InstanceRow) => ({ ...row, edition: version });

type Rows<Row> = { readonly before: Row | null; readonly after: Row | null };

/** What is written down of a deed done to commitments and their instances. */
export function deedsOf(
  operation: string,
  commitments: readonly Rows<CommitmentRow>[],
  instances: readonly Rows<InstanceRow>[] = [],
): Deed[] {
  const ofCommitments = commitments.flatMap(({ before, after }) => {
    const row = after ?? before;
    if (!row) return [];
    return {
      operation,
      subjectKind: 'commitment',
      subjectId: row.id,
      territoryId: row.territoryId,
      organisationId: null,
      before: before && auditedCommitment(before),
      after: after && auditedCommitment(after),
      freeText: [...freeTextOfCommitments, 'standingReason'],
    };
  });
  const ofInstances = instances.flatMap(({ before, after }) => {
    const row = after ?? before;
    if (!row) return [];
    return {
      operation,
      subjectKind: 'commitment',
      subjectId: row.commitmentId,
      territoryId: row.territoryId,
      organisationId: null,
      before: before && auditedInstance(before),
      after: after && auditedInstance(after),
      freeText: ['forecastReason', 'reply', 'standingReason'],
    };
  });
  return [...ofCommitments, ...ofInstances];
}

/** Writes down what was done to commitments and their instances. */
export async function recordCommitments(
  tx: Transaction,
  context: Context,
  ...deeds: Parameters<typeof deedsOf>
): Promise<void> {
  await recordAll(tx, context, deedsOf(...deeds));
}
