import {
  insertCommitments,
  insertCoObliged,
  insertDependencies,
  insertInstances,
} from '#database/commitments/commitment-store.ts';
import type { CommitmentRow } from '#database/commitments/commitment-columns.ts';
import { findCommitments } from '#database/commitments/commitment-views.ts';
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
import { keepActs, makeCommitmentsFindable, recordCommitments } from './commitment-deed.ts';
import { dueDaysOf, placeCommitment, type Placed } from './place-commitment.ts';
import {
  concernedBy,
  ownersOf,
  readParties,
  withStandingParties,
  type PartyBook,
} from './resolve-parties.ts';
import { surroundings, type Surroundings } from './surroundings.ts';

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
  const around = surroundings(
    tx,
    [...book.values()].map(({ territoryId }) => territoryId),
  );
  const entered: Entered[] = [];
  for (const draft of drafts) {
    const id = draft.id ?? newId();
    entered.push({ id, draft, ...(await prepareDraft(around, context, draft, book)) });
  }
  const instances = await writeAll(tx, context, entered);
  const rows = new Map(
    (
      await findCommitments(
        tx,
        entered.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  );
  const added = entered.flatMap(({ id }) => rows.get(id) ?? []);
  await keepActs(tx, context, await firstActs(tx, context, added));
  await makeCommitmentsFindable(tx, added);
  await recordCommitments(
    tx,
    context,
    operation,
    added.map((row) => ({ before: null, after: row })),
  );
  return entered.map(({ id, quality }) => ({ id, instanceIds: instances.get(id) ?? [], ...quality }));
}

type Entered = PreparedDraft & { readonly id: string; readonly draft: CommitmentDraft };

/** Writes a list, each table at once. @returns the ids of the instances of each commitment */
async function writeAll(tx: Transaction, context: Context, entered: readonly Entered[]) {
  await insertCommitments(
    tx,
    entered.map((one) => newCommitment(context, one)),
  );
  await insertCoObliged(
    tx,
    entered.map(({ id, placed, terms }) => ({
      id,
      territoryId: placed.territoryId,
      coObliged: terms.coObliged,
    })),
  );
  await insertDependencies(
    tx,
    entered.flatMap(({ id, draft, placed }) =>
      (draft.dependsOn ?? []).map((prerequisiteId) => ({
        commitment_id: id,
        prerequisite_id: prerequisiteId,
        territory_id: placed.territoryId,
      })),
    ),
  );
  return addInstances(
    tx,
    entered.map(({ id, placed, dueDays }) => ({ id, territoryId: placed.territoryId, dueDays })),
  );
}

function newCommitment(
  { actor }: Context,
  { id, draft, terms, placed, concerned, dueDays, quality }: Entered,
) {
  const standing = draft.standing ?? 'proposed';
  return {
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
    createdBy: actor.kind === 'account' ? actor.accountId : null,
    ...ownersOf(concerned),
  };
}

/** That each was proposed, or registered as it stood, on the day it is there. */
async function firstActs(tx: Transaction, context: Context, added: readonly CommitmentRow[]) {
  const days = new Map<string, string>();
  for (const { country } of added)
    if (!days.has(country)) days.set(country, await todayOf(tx, context, country));
  return added.map((commitment) => ({
    commitment,
    act: commitment.standing === 'agreed' ? ('registered' as const) : ('proposed' as const),
    on: days.get(commitment.country) ?? '',
  }));
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
  around: Surroundings,
  context: Context,
  draft: CommitmentDraft,
  book: PartyBook,
): Promise<PreparedDraft> {
  const written = termsOf(draft);
  const placed = await placeCommitment(around, draft, book);
  const terms = await settleTerms(around, written, book, placed);
  const concerned = concernedBy(terms, book, placed);
  permitPropose(context.actor, concerned);
  const dueDays = dueDaysOf(terms, placed);
  return { terms, placed, concerned, dueDays, quality: qualityOf(terms, true) };
}

/** The terms as they are kept: parties that stand, a verifier who is not of the side that owes. */
export async function settleTerms(
  around: Surroundings,
  written: CommitmentTerms,
  book: PartyBook,
  { country }: Pick<Placed, 'country'>,
): Promise<CommitmentTerms> {
  refuseIncomplete(written);
  const terms = withStandingParties(written, book, country);
  const side = await around.sideOf(country, obligedOf(terms));
  refuseOwnVerifier(terms.verifier, side);
  return { ...terms, verifier: terms.verifier ?? defaultVerifier(terms.beneficiary, side) };
}

/** Makes one instance for each due day of each commitment. @returns their ids by commitment */
export async function addInstances(
  tx: Transaction,
  commitments: readonly {
    readonly id: string;
    readonly territoryId: number;
    readonly dueDays: readonly string[];
  }[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = commitments.flatMap(({ id, territoryId, dueDays }) =>
    dueDays.map((day, index) => ({
      id: newId(),
      commitment_id: id,
      territory_id: territoryId,
      sequence: index + 1,
      due_on: day,
      first_due_on: day,
    })),
  );
  await insertInstances(tx, rows);
  const byCommitment = Map.groupBy(rows, (row) => row.commitment_id);
  return new Map([...byCommitment].map(([id, own]) => [id, own.map((row) => row.id)]));
}
