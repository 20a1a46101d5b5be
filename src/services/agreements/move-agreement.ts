import type { AgreementChange, AgreementRow } from '#database/agreements/agreement-columns.ts';
import { insertAgreementAct, setFolded, updateAgreementRow } from '#database/agreements/agreement-store.ts';
import { findAgreement } from '#database/agreements/agreement-views.ts';
import { removeSearchEntry, upsertSearchEntry } from '#database/operations/search-store.ts';
import { standingAfter, type AgreementAct } from '#domain/agreements/lifecycle.ts';
import { refuse } from '#domain/agreements/refusals.ts';
import { fold } from '#domain/shared/fold.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { staleAgreement } from './open-agreement.ts';

export type Move = {
  /** The operation that does it, for the trail. */
  readonly operation: string;
  readonly act: AgreementAct;
  readonly on: string;
  readonly reason?: string | null;
  readonly partyId?: string | null;
  readonly details?: Readonly<Record<string, unknown>>;
  /** Whether everybody reads the act where the agreement is public. */
  readonly isPublic?: boolean;
  /** What else the act changes of the agreement. */
  readonly change?: AgreementChange;
};

/**
 * Does an act to an agreement: the standing follows from it, the row is saved where it is still at the version that was seen,
 * the act is kept, the search follows and the trail says so. Guards come before; this asks only whether the act has a place.
 */
export async function moveAgreement(
  tx: Transaction,
  context: Context,
  agreement: AgreementRow,
  move: Move,
): Promise<AgreementRow> {
  const standing = standingAfter(agreement.standing, move.act);
  const isMoved = standing !== agreement.standing;
  const change: AgreementChange = {
    ...move.change,
    ...(isMoved ? { standing, standing_on: move.on, standing_reason: move.reason ?? null } : {}),
  };
  if (!(await updateAgreementRow(tx, agreement, change))) throw staleAgreement(agreement);
  await keepAgreementAct(tx, context, agreement, { ...move, from: agreement.standing, to: standing });
  return saved(tx, context, agreement, move.operation);
}

/** Changes an agreement without moving it, and writes it down. */
export async function changeAgreement(
  tx: Transaction,
  context: Context,
  before: AgreementRow,
  done: { readonly operation: string; readonly change: AgreementChange },
): Promise<AgreementRow> {
  if (!(await updateAgreementRow(tx, before, done.change))) throw staleAgreement(before);
  return saved(tx, context, before, done.operation);
}

async function saved(
  tx: Transaction,
  context: Context,
  before: AgreementRow,
  operation: string,
): Promise<AgreementRow> {
  const after = await findAgreement(tx, before.id);
  if (!after) throw refuse('agreements.not-found');
  await makeAgreementFindable(tx, after);
  await recordAgreement(tx, context, operation, { before, after });
  return after;
}

/** Keeps an act as it was done. */
export async function keepAgreementAct(
  tx: Transaction,
  context: Context,
  agreement: Pick<AgreementRow, 'id' | 'territoryId'>,
  act: Omit<Move, 'operation' | 'change'> & { readonly from: string | null; readonly to: string },
): Promise<void> {
  await insertAgreementAct(tx, {
    id: newId(),
    agreement_id: agreement.id,
    territory_id: agreement.territoryId,
    act: act.act,
    from_standing: act.from,
    to_standing: act.to,
    on_date: act.on,
    reason: act.reason ?? null,
    party_id: act.partyId ?? null,
    details: JSON.stringify(act.details ?? {}),
    account_id: context.actor.kind === 'account' ? context.actor.accountId : null,
    is_public: act.isPublic ?? false,
    done_at: context.now,
  });
}

/** What is public is found by everybody; what is not is found in the list of agreements by those who see it. */
export async function makeAgreementFindable(tx: Transaction, agreement: AgreementRow): Promise<void> {
  await setFolded(tx, agreement.id, foldedOf(agreement));
  if (!agreement.isPublic) return removeSearchEntry(tx, 'agreement', agreement.id);
  await upsertSearchEntry(tx, {
    kind: 'agreement',
    id: agreement.id,
    country: agreement.country,
    territoryId: agreement.territoryId,
    organisationId: null,
    title: agreement.title,
    folded: foldedOf(agreement),
    visibility: 'public',
  });
}

/** Writes down what was done to an agreement. */
export async function recordAgreement(
  tx: Transaction,
  context: Context,
  operation: string,
  rows: {
    readonly before: AgreementRow | null;
    readonly after: AgreementRow | null;
    /** What changed of the things that belong to it: parties, clauses, budget. */
    readonly beside?: {
      readonly before: Readonly<Record<string, unknown>>;
      readonly after: Readonly<Record<string, unknown>>;
    };
    readonly freeText?: readonly string[];
  },
): Promise<void> {
  const agreement = rows.after ?? rows.before;
  if (!agreement) return;
  const { beside } = rows;
  await record(tx, context, {
    operation,
    subjectKind: 'agreement',
    subjectId: agreement.id,
    territoryId: agreement.territoryId,
    organisationId: null,
    before: rows.before || beside ? { ...(rows.before && audited(rows.before)), ...beside?.before } : null,
    after: rows.after || beside ? { ...(rows.after && audited(rows.after)), ...beside?.after } : null,
    freeText: ['object', 'noNeedReason', 'standingReason', ...(rows.freeText ?? [])],
  });
}

// The arrays and the version follow from the rest.
function audited(agreement: AgreementRow) {
  const { id: _id, version: _version, partyTerritories: _territories, createdBy: _by, ...rest } = agreement;
  return rest;
}

/** What an agreement is found by: what it is called and what it is about. */
export function foldedOf(agreement: {
  readonly title: string;
  readonly shortName: string | null;
  readonly number: string | null;
  readonly object: string | null;
}): string {
  const texts = [agreement.title, agreement.shortName, agreement.number, agreement.object];
  return fold(texts.filter((text) => text !== null).join(' '));
}
