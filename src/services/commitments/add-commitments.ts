import {
  insertCommitment,
  insertDependency,
  insertInstances,
  replaceCoObliged,
} from '#database/commitments/commitment-store.ts';
import type { CommitmentRow } from '#database/commitments/commitment-columns.ts';
import {
  defaultVerifier,
  obligedOf,
  qualityOf,
  refuseIncomplete,
  refuseOwnVerifier,
  type CommitmentTerms,
} from '#domain/commitments/commitment.ts';
import { permitPropose, type Concerned } from '#domain/commitments/permissions.ts';
import type { CommitmentOrigin } from '#domain/commitments/vocabulary.ts';
import type { WordingScore } from '#domain/commitments/wording-score.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { todayOf } from '../today.ts';
import { getCommitmentRow, keepActs, makeCommitmentFindable, recordCommitments } from './commitment-deed.ts';
import { dueDaysOf, placeCommitment, type Placed } from './place-commitment.ts';
import {
  concernedBy,
  findObligedSide,
  ownersOf,
  readParties,
  withStandingParties,
  type PartyBook,
} from './resolve-parties.ts';

type Required = Pick<CommitmentTerms, 'what' | 'obligor' | 'proof' | 'dueOn'>;

/** A commitment as it is entered: who, what, by when and how proved; whatever else is known. */
export type CommitmentDraft = Required &
  Partial<CommitmentTerms> & {
    /** Given by whoever has to name it before it is there; otherwise a new one. */
    readonly id?: string;
    /** Where it is owed when neither agreement, plan action nor place say so. */
    readonly territoryId?: number;
    readonly agreementId?: string | null;
    readonly clauseId?: string | null;
    readonly planActionId?: string | null;
    /** Commitments that are needed first; they may be of the same list, earlier in it. */
    readonly dependsOn?: readonly string[];
    /** "agreed" for what was in force before it was entered here. */
    readonly standing?: 'proposed' | 'agreed';
    readonly isPublic?: boolean;
    readonly origin?: CommitmentOrigin;
    readonly importRunId?: string | null;
    readonly rowKey?: string | null;
    readonly example?: boolean;
  };

export type AddedCommitment = { readonly id: string; readonly instanceIds: readonly string[] } & WordingScore;

/**
 * Enters commitments within the transaction of whoever calls: parties resolved (who was merged is stood for by whom it was
 * merged into; who was closed is refused), due days worked out, quality scored, acts kept, the trail written under the
 * caller's operation. Whoever acts must be of one of the parties, or oversee.
 */
export async function addCommitments(
  tx: Transaction,
  context: Context,
  drafts: readonly CommitmentDraft[],
  { operation }: { readonly operation: string },
): Promise<AddedCommitment[]> {
  const book = await readParties(
    tx,
    drafts.flatMap((draft) => [draft.obligor, ...(draft.coObliged ?? []), draft.beneficiary, draft.verifier]),
  );
  const added: (AddedCommitment & { readonly row: CommitmentRow })[] = [];
  for (const draft of drafts) added.push(await addOne(tx, context, draft, book));
  await recordCommitments(
    tx,
    context,
    operation,
    added.map(({ row }) => ({ before: null, after: row })),
  );
  return added.map(({ id, instanceIds, score, missing }) => ({ id, instanceIds, score, missing }));
}

/** What was not said stands at its default. */
export function termsOf(draft: Required & Partial<CommitmentTerms>): CommitmentTerms {
  return {
    what: draft.what,
    obligor: draft.obligor,
    coObliged: draft.coObliged ?? [],
    beneficiary: draft.beneficiary ?? null,
    verifier: draft.verifier ?? null,
    responsibleOffice: draft.responsibleOffice ?? null,
    proof: draft.proof,
    unit: draft.unit ?? null,
    quantity: draft.quantity ?? null,
    targetGroups: draft.targetGroups ?? [],
    targetSize: draft.targetSize ?? null,
    startsOn: draft.startsOn ?? null,
    dueOn: draft.dueOn,
    recurrence: draft.recurrence ?? null,
    currency: draft.currency ?? null,
    cash: draft.cash ?? null,
    staffDays: draft.staffDays ?? null,
    inKind: draft.inKind ?? null,
    weight: draft.weight ?? 1,
    poaCode: draft.poaCode ?? null,
    placeId: draft.placeId ?? null,
    needId: draft.needId ?? null,
    noNeedReason: draft.noNeedReason ?? null,
    threadId: draft.threadId ?? null,
  };
}

/** A draft with all that was worked out of it, before anything is written. */
export type PreparedDraft = {
  readonly terms: CommitmentTerms;
  readonly placed: Placed;
  readonly concerned: Concerned;
  readonly dueDays: readonly string[];
  readonly quality: WordingScore;
};

/** Works a draft out and refuses what cannot be entered; writes nothing. */
export async function prepareDraft(
  tx: Transaction,
  context: Context,
  draft: CommitmentDraft,
  book: PartyBook,
): Promise<PreparedDraft> {
  const written = termsOf(draft);
  const placed = await placeCommitment(tx, draft, book);
  const terms = await settleTerms(tx, written, book, placed);
  const concerned = concernedBy(terms, book, placed);
  permitPropose(context.actor, concerned);
  const dueDays = dueDaysOf(terms, placed);
  return { terms, placed, concerned, dueDays, quality: qualityOf(terms, true) };
}

async function addOne(tx: Transaction, context: Context, draft: CommitmentDraft, book: PartyBook) {
  const prepared = await prepareDraft(tx, context, draft, book);
  const { terms, placed, concerned, dueDays, quality } = prepared;
  const id = draft.id ?? newId();
  const standing = draft.standing ?? 'proposed';
  await insertCommitment(tx, {
    id,
    country: placed.country,
    territoryId: placed.territoryId,
    terms: { ...terms, dueOn: dueDays[0] ?? terms.dueOn },
    agreementId: draft.agreementId ?? null,
    clauseId: draft.clauseId ?? null,
    planActionId: draft.planActionId ?? null,
    quality: quality.score,
    standing,
    isPublic: (draft.isPublic ?? false) && standing === 'agreed',
    origin: draft.origin ?? 'person',
    importRunId: draft.importRunId ?? null,
    rowKey: draft.rowKey ?? null,
    example: draft.example ?? false,
    createdBy: context.actor.kind === 'account' ? context.actor.accountId : null,
    ...ownersOf(concerned),
  });
  await replaceCoObliged(tx, { id, territoryId: placed.territoryId }, terms.coObliged);
  const instanceIds = await addInstances(tx, { id, territoryId: placed.territoryId }, dueDays);
  for (const prerequisiteId of draft.dependsOn ?? []) {
    const dependency = { commitment_id: id, prerequisite_id: prerequisiteId };
    await insertDependency(tx, { ...dependency, territory_id: placed.territoryId });
  }
  const on = await todayOf(tx, context, placed.territoryId);
  const row = await getCommitmentRow(tx, id);
  const act = standing === 'agreed' ? 'registered' : 'proposed';
  await keepActs(tx, context, [{ commitment: row, act, on }]);
  if (row.isPublic) await makeCommitmentFindable(tx, row);
  return { id, instanceIds, ...quality, row };
}

/** The terms as they are kept: parties that stand, a verifier who is not of the side that owes. */
export async function settleTerms(
  tx: Transaction,
  written: CommitmentTerms,
  book: PartyBook,
  { country }: Pick<Placed, 'country'>,
): Promise<CommitmentTerms> {
  refuseIncomplete(written);
  const terms = withStandingParties(written, book, country);
  const side = await findObligedSide(tx, country, obligedOf(terms));
  refuseOwnVerifier(terms.verifier, side);
  return { ...terms, verifier: terms.verifier ?? defaultVerifier(terms.beneficiary, side) };
}

/** Makes one instance for each due day. */
export async function addInstances(
  tx: Transaction,
  commitment: { readonly id: string; readonly territoryId: number },
  dueDays: readonly string[],
): Promise<string[]> {
  const rows = dueDays.map((day, index) => ({
    id: newId(),
    commitment_id: commitment.id,
    territory_id: commitment.territoryId,
    sequence: index + 1,
    due_on: day,
    first_due_on: day,
  }));
  await insertInstances(tx, rows);
  return rows.map(({ id }) => id);
}
