import type { CommitmentRow, InstanceRow } from '#database/commitments/commitment-columns.ts';
import type { Updates } from '#database/commitments/commitment-store.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { instanceStandingAfter, type InstanceAct } from '#domain/commitments/acts.ts';
import {
  isOfThatSide,
  permitForObliged,
  permitOversee,
  type Concerned,
} from '#domain/commitments/permissions.ts';
import { refuse } from '#domain/commitments/refusals.ts';
import type { Context, Transaction } from '../context.ts';
import { todayOf } from '../today.ts';
import {
  changeInstance,
  getCommitmentRow,
  getInstanceRow,
  keepActs,
  recordCommitments,
  refuseStale,
} from './commitment-deed.ts';
import { ownOrganisationsOf } from './own-organisations.ts';
import { findConcerned, findObligedSide, type PartyBook } from './resolve-parties.ts';

/** An instance with all that decides about it. */
export type OpenedInstance = {
  readonly instance: InstanceRow;
  readonly commitment: CommitmentRow;
  readonly concerned: Concerned;
  readonly book: PartyBook;
  readonly today: string;
};

/** Reads an instance that the caller may see, at the version that they saw. */
export async function openInstance(
  tx: Transaction,
  context: Context,
  at: { readonly instanceId: string; readonly version?: number },
): Promise<OpenedInstance> {
  const instance = await getInstanceRow(tx, at.instanceId);
  const commitment = await getCommitmentRow(tx, instance.commitmentId);
  const { concerned, book } = await findConcerned(tx, commitment);
  const today = await todayOf(tx, context, commitment.territoryId);
  if (at.version !== undefined) refuseStale(instance, at.version);
  return { instance, commitment, concerned, book, today };
}

/** Who may do something to an instance: one of those who owe, or whoever oversees it and is not of their side. */
export type Doer = 'obliged' | 'overseer' | 'impartial-overseer';

/** @throws Refusal `shared.forbidden`, `commitments.own-side` */
export async function permitDoer(
  tx: Transaction,
  context: Context,
  { commitment, concerned, today }: OpenedInstance,
  doer: Doer,
): Promise<string | null> {
  if (doer === 'obliged') return permitForObliged(context.actor, concerned).id;
  permitOversee(context.actor, concerned);
  if (doer === 'impartial-overseer') {
    const side = await findObligedSide(tx, commitment.country, commitment.obliged);
    const own = await ownOrganisationsOf(tx, context.actor, today);
    if (isOfThatSide(context.actor, side, own)) throw refuse('commitments.own-side');
  }
  return null;
}

type Input = {
  readonly instanceId: string;
  readonly version: number;
  readonly body?: { readonly reason?: string | null; readonly confirmText?: boolean };
};

type InstanceDeed = {
  readonly operation: string;
  readonly act: InstanceAct;
  readonly by: Doer;
  /** Refuses what the dates or the story of the instance do not allow, and says what changes. */
  readonly decide: (opened: OpenedInstance) => Updates | Promise<Updates>;
  readonly details?: (opened: OpenedInstance) => Readonly<Record<string, unknown>>;
};

/** Does something to an instance: permitted, possible as it stands, saved at the version that was seen, kept, written down. */
export async function actOnInstance(
  tx: Transaction,
  context: Context,
  input: Input,
  deed: InstanceDeed,
): Promise<{ id: string; version: number }> {
  const opened = await openInstance(tx, context, input);
  const { instance, commitment, today } = opened;
  const forParty = await permitDoer(tx, context, opened, deed.by);
  const standing = instanceStandingAfter(deed.act, {
    commitment: commitment.standing,
    instance: instance.standing,
  });
  const reason = input.body?.reason ?? null;
  refusePersonalText({ reason }, input.body?.confirmText ?? false);
  const values = await deed.decide(opened);
  const after = await changeInstance(tx, instance, { ...values, standing });
  const details = deed.details?.(opened) ?? {};
  const done = { act: deed.act, on: today, instanceId: instance.id, reason, forParty, details };
  await keepActs(tx, context, [{ commitment, ...done }]);
  await recordCommitments(tx, context, deed.operation, [], [{ before: instance, after }]);
  return { id: after.id, version: after.version };
}
