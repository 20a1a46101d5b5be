import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { endHeld, insertHandover } from '#database/actors/handover-store.ts';
import { findHolders } from '#database/actors/people-views.ts';
import { findHeads, insertPost } from '#database/actors/post-store.ts';
import { findPrincipals } from '#database/actors/structure-views.ts';
import { insertSeatTerm } from '#database/actors/structure-store.ts';
import { inScope } from '#database/connection.ts';
import type { HandoverChange } from '#domain/actors/handover-cancelling.ts';
import type { HandoverPlan } from '#domain/actors/handover.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { refuseSecondHead, refuseSecondPrincipal } from '#domain/actors/terms.ts';
import { refuse as refuseShared } from '#domain/shared/refusals.ts';
import { recordAll, type Deed } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { passRoles } from './pass-roles.ts';
import { passedUndated, passUndated } from './pass-undated.ts';
import { prepareHandover, type HandoverBody, type PreparedHandover } from './plan-handover.ts';
import type { Undated } from './plan-kept.ts';

type Operation = typeof actorsOperations.handOver;

/** Passes on in one step what those who leave hold: posts, seats, roles, lists in work, who signs; a vacant post stays on the page as vacant. */
export async function handOver(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const { body } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    refusePersonalText({ reason: body.reason }, false);
    const { plan, ranUntil, roles, undated, days, place, brief } = await prepareHandover(tx, context, body);
    const ended = await endHeld(tx, { posts: plan.endPosts, seats: plan.endSeats }, body.on);
    if (ended !== plan.endPosts.length + plan.endSeats.length) throw refuseShared('shared.forbidden');
    const begun = new Map([
      ...(await startPosts(tx, plan.startPosts)),
      ...(await startSeats(tx, plan.startSeats)),
    ]);
    const id = newId();
    const { deeds: passed, changes } = await passRoles(tx, context, roles, days);
    const changeOf = (ended: string): HandoverChange => ({
      ended,
      to: ranUntil.get(ended) ?? null,
      begun: begun.get(ended) ?? null,
    });
    // What has no dates of its own passes on the day: before it, whoever leaves goes on with it.
    const isNow = days.on <= days.today;
    if (isNow) passed.push(...(await passUndated(tx, undated)));
    const [first] = body.passings;
    await insertHandover(tx, {
      id,
      territory_id: place.territoryId,
      from_person_id: first?.fromPersonId ?? null,
      from_organisation_id: body.organisationId,
      to_person_id: first?.toPersonId ?? null,
      on_date: body.on,
      reason: body.reason,
      brief: JSON.stringify(brief),
      account_id: context.actor.kind === 'account' ? context.actor.accountId : id,
      passings: JSON.stringify(body.passings.map(({ fromPersonId: from, toPersonId: to }) => ({ from, to }))),
      passed_at: isNow ? context.now : null,
      changes: JSON.stringify({
        posts: plan.endPosts.map(changeOf),
        seats: plan.endSeats.map(changeOf),
        roles: changes,
      }),
    });
    await recordAll(tx, context, [
      deedOf(id, body, { plan, roles, undated: isNow ? undated : null, place }),
      ...passed,
    ]);
    return { id };
  });
}

function deedOf(
  id: string,
  body: HandoverBody,
  done: Pick<PreparedHandover, 'plan' | 'roles' | 'place'> & { readonly undated: Undated | null },
): Deed {
  const { plan, roles, place, undated } = done;
  return {
    operation: 'handOver',
    subjectKind: 'handover',
    subjectId: id,
    territoryId: place.territoryId,
    organisationId: place.organisationId,
    before: null,
    after: {
      on: body.on,
      reason: body.reason,
      passings: body.passings,
      posts: plan.endPosts,
      seats: plan.endSeats,
      roles: roles.filter(({ ends }) => ends).map(({ role }) => role.id),
      ...(undated === null ? {} : passedUndated(undated)),
    },
    freeText: ['reason'],
  };
}

/** Begins them; gives what each stands in the place of, with its id. */
async function startPosts(
  tx: Transaction,
  posts: HandoverPlan['startPosts'],
): Promise<[replaced: string, begun: string][]> {
  const begun: [string, string][] = [];
  const holders = await findHolders(
    tx,
    posts.map((post) => post.personId),
  );
  for (const post of posts) {
    const id = newId();
    if (post.kind === 'head' && !post.alternate) {
      const holder = holders.get(post.personId ?? '')?.name ?? null;
      refuseSecondHead(await findHeads(tx, post.organisationId), {
        id,
        holder,
        from: post.from,
        to: post.to,
      });
    }
    await insertPost(tx, {
      id,
      organisation_id: post.organisationId,
      person_id: post.personId,
      territory_id: post.territoryId,
      kind: post.kind,
      title: post.title,
      topic: post.topic,
      alternate: post.alternate,
      valid_from: post.from ?? '',
      valid_to: post.to,
    });
    begun.push([post.replaces, id]);
  }
  return begun;
}

/** Begins them; gives what each stands in the place of, with its id. */
async function startSeats(
  tx: Transaction,
  seats: HandoverPlan['startSeats'],
): Promise<[replaced: string, begun: string][]> {
  const begun: [string, string][] = [];
  const holders = await findHolders(
    tx,
    seats.map((seat) => seat.personId),
  );
  for (const seat of seats) {
    const id = newId();
    if (seat.capacity === 'principal') {
      const holder = holders.get(seat.personId)?.name ?? null;
      refuseSecondPrincipal(await findPrincipals(tx, seat.seatId), {
        id,
        holder,
        from: seat.from,
        to: seat.to,
      });
    }
    await insertSeatTerm(tx, {
      id,
      seat_id: seat.seatId,
      structure_id: seat.structureId,
      territory_id: seat.territoryId,
      person_id: seat.personId,
      capacity: seat.capacity,
      valid_from: seat.from ?? '',
      valid_to: seat.to,
    });
    begun.push([seat.replaces, id]);
  }
  return begun;
}
