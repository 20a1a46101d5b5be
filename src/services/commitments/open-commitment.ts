import type { CommitmentRow } from '#database/commitments/commitment-columns.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import type { CommitmentTerms } from '#domain/commitments/commitment.ts';
import { standingAfter, type CommitmentAct } from '#domain/commitments/acts.ts';
import {
  isOfThatSide,
  permitOversee,
  permitPropose,
  type Concerned,
} from '#domain/commitments/permissions.ts';
import { refuse } from '#domain/commitments/refusals.ts';
import type { Context, Transaction } from '../context.ts';
import { todayOf } from '../today.ts';
import {
  changeCommitment,
  getCommitmentRow,
  keepActs,
  recordCommitments,
  refuseStale,
} from './commitment-deed.ts';
import { ownOrganisationsOf } from './own-organisations.ts';
import { findConcerned, findObligedSide } from './resolve-parties.ts';

/** A commitment with those whom it concerns. */
export type OpenedCommitment = {
  readonly commitment: CommitmentRow;
  readonly concerned: Concerned;
  readonly today: string;
};

/** Reads a commitment that the caller may see, at the version that they saw. */
export async function openCommitment(
  tx: Transaction,
  context: Context,
  at: { readonly commitmentId: string; readonly version?: number },
): Promise<OpenedCommitment> {
  const commitment = await getCommitmentRow(tx, at.commitmentId);
  const { concerned } = await findConcerned(tx, commitment);
  if (at.version !== undefined) refuseStale(commitment, at.version);
  return { commitment, concerned, today: await todayOf(tx, context, commitment.territoryId) };
}

/** Whoever oversees and is not of the side that owes. */
export async function permitImpartial(
  tx: Transaction,
  context: Context,
  { commitment, concerned, today }: OpenedCommitment,
): Promise<void> {
  permitOversee(context.actor, concerned);
  const side = await findObligedSide(tx, commitment.country, commitment.obliged);
  const own = await ownOrganisationsOf(tx, context.actor, today);
  if (isOfThatSide(context.actor, side, own)) throw refuse('commitments.own-side');
}

type Input = {
  readonly commitmentId: string;
  readonly version: number;
  readonly body?: { readonly reason?: string; readonly confirmText?: boolean };
};

type CommitmentDeed = {
  readonly operation: string;
  readonly act: CommitmentAct;
  readonly permit: (opened: OpenedCommitment) => void | Promise<void>;
  readonly isPublic?: boolean;
  /** The commitment with what the deed asks to be said of it. */
  readonly complete?: (commitment: CommitmentRow) => Promise<CommitmentTerms>;
};

/** Does something to a commitment as a whole by which it stands differently, and writes it down. */
export async function actOnCommitment(
  tx: Transaction,
  context: Context,
  input: Input,
  deed: CommitmentDeed,
): Promise<{ id: string; version: number }> {
  const opened = await openCommitment(tx, context, input);
  await deed.permit(opened);
  const { commitment, today } = opened;
  const standing = standingAfter(commitment.standing, deed.act);
  const reason = input.body?.reason ?? null;
  refusePersonalText({ reason }, input.body?.confirmText ?? false);
  const isPublic = deed.isPublic ?? commitment.isPublic;
  const terms = await deed.complete?.(commitment);
  const change = { standing, standingReason: reason ?? commitment.standingReason, isPublic };
  const after = await changeCommitment(tx, commitment, terms ? { ...change, terms } : change);
  await keepActs(tx, context, [{ commitment, act: deed.act, on: today, reason }]);
  await recordCommitments(tx, context, deed.operation, [{ before: commitment, after }]);
  return { id: after.id, version: after.version };
}

/** Whoever may enter a proposal may also change it. */
export function permitProposer(context: Context) {
  return ({ concerned }: OpenedCommitment): void => permitPropose(context.actor, concerned);
}
