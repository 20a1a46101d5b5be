import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import {
  lockHandover,
  markCancelled,
  takeBackPosts,
  takeBackRoles,
  takeBackSeats,
  type RoleTakenBack,
} from '#database/actors/handover-cancel-store.ts';
import { findHandover } from '#database/actors/handover-store.ts';
import { inScope } from '#database/connection.ts';
import { refuseCancelling, type HandoverChanges } from '#domain/actors/handover-cancelling.ts';
import { permitHandOver } from '#domain/actors/permissions.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { refuse } from '#domain/actors/refusals.ts';
import { recordAll, type Deed } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';

type Operation = typeof actorsOperations.cancelHandover;

/**
 * Calls off a handover whose day has not come: posts, seats and roles go on as if it had not been set. Lists in work and who signs have
 * not passed yet. All or nothing: where somebody has changed any of it since, they see to it by hand.
 */
export async function cancelHandover(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { reason } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    // Who leaves and who comes may read it and not call it off.
    const seen = await findHandover(tx, input.handoverId);
    if (!seen) throw refuse('actors.handover-not-found');
    permitHandOver(context.actor, seen.territory_id);
    const row = (await lockHandover(tx, seen.id)) ?? seen;
    const { on_date: on } = row;
    refuseCancelling(
      { on, isPassed: row.passed_at !== null, isCancelled: row.cancelled_at !== null },
      await todayOf(tx, context, row.territory_id),
    );
    refusePersonalText({ reason }, false);
    const { posts = [], seats = [], roles = [] } = row.changes as unknown as Partial<HandoverChanges>;
    const arePostsBack = await takeBackPosts(tx, posts, on);
    const areSeatsBack = await takeBackSeats(tx, seats, on);
    const taken = await takeBackRoles(tx, roles, on);
    if (!arePostsBack || !areSeatsBack || !taken) throw refuse('actors.handover-built-upon');
    const by = context.actor.kind === 'account' ? context.actor.accountId : null;
    await markCancelled(tx, row.id, { at: context.now, by, reason });
    const deed: Deed = {
      operation: 'cancelHandover',
      subjectKind: 'handover',
      subjectId: row.id,
      territoryId: row.territory_id,
      organisationId: row.from_organisation_id,
      before: { on, passings: row.passings },
      after: { cancelled: true, reason, changes: row.changes },
      freeText: ['reason'],
    };
    const deeds = [
      ...taken.gone.map((role) => roleDeed('endRole', role, [{ validTo: role.validTo }, null])),
      ...taken.back.map((role) => roleDeed('grantRole', role, [{ validTo: on }, { validTo: role.validTo }])),
    ];
    await recordAll(tx, context, [deed, ...deeds]);
    return { done: true };
  });
}

type Change = { readonly validTo: string | null } | null;

function roleDeed(
  operation: 'endRole' | 'grantRole',
  { accountId, ...role }: RoleTakenBack,
  [before, after]: readonly [Change, Change],
): Deed {
  const told = (change: Change) => change && { role: { ...role, ...change } };
  return {
    operation,
    subjectKind: 'account',
    subjectId: accountId,
    territoryId: role.territoryId,
    organisationId: role.organisationId,
    before: told(before),
    after: told(after),
  };
}
