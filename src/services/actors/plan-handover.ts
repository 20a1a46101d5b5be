import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf } from '#contract/operation.ts';
import { findHeld, findRolesOf, findSeatNames } from '#database/actors/handover-store.ts';
import { findOrganisation } from '#database/actors/organisation-views.ts';
import { findHolders } from '#database/actors/people-views.ts';
import { planHandover, type HandoverPlan } from '#domain/actors/handover.ts';
import { permitHandOver } from '#domain/actors/permissions.ts';
import { refuse } from '#domain/actors/refusals.ts';
import type { Capacity, PostKind } from '#domain/actors/vocabulary.ts';
import type { Context, Transaction } from '../context.ts';
import { lookUp } from './look-up.ts';

export type HandoverBody = InputOf<typeof actorsOperations.handOver>['body'];

/** What passed on, by ids only: names are read when the brief is, so that erasing a person leaves none here. */
export type StoredBrief = {
  readonly posts: readonly {
    readonly title: string;
    readonly kind: PostKind;
    readonly organisationId: string;
    readonly from: string | null;
    readonly to: string | null;
  }[];
  readonly seats: readonly {
    readonly seatId: string;
    readonly capacity: Capacity;
    readonly from: string;
    readonly to: string | null;
  }[];
  readonly accounts: readonly {
    readonly from: string;
    readonly to: string | null;
    readonly roles: readonly string[];
  }[];
};

/** Reads what those who leave hold, and says what passes on. The caller hands over in every territory concerned. */
export async function prepareHandover(
  tx: Transaction,
  context: Context,
  body: HandoverBody,
): Promise<{ plan: HandoverPlan; brief: StoredBrief }> {
  const passings = body.passings.map(({ fromPersonId, toPersonId }) => ({
    from: fromPersonId,
    to: toPersonId,
  }));
  await refuseUnknown(tx, body);
  const people = passings.map(({ from }) => from);
  const held = await findHeld(tx, people, body.organisationId);
  const plan = planHandover(passings, held, body.on);
  for (const one of [...plan.startPosts, ...held.seats.filter((seat) => plan.endSeats.includes(seat.id))]) {
    permitHandOver(context.actor, one.territoryId);
  }
  const successors = new Map(passings.map(({ from, to }) => [from, to]));
  const postOf = new Map(held.posts.map((post) => [post.id, post]));
  const seatOf = new Map(held.seats.map((seat) => [seat.id, seat]));
  const roles = await findRolesOf(tx, people);
  return {
    plan,
    brief: {
      posts: plan.endPosts.flatMap((id) => {
        const post = postOf.get(id);
        if (!post) return [];
        const { title, kind, organisationId, personId } = post;
        return [{ title, kind, organisationId, from: personId, to: successors.get(personId ?? '') ?? null }];
      }),
      seats: plan.endSeats.flatMap((id) => {
        const seat = seatOf.get(id);
        if (!seat) return [];
        const { seatId, capacity, personId } = seat;
        return [{ seatId, capacity, from: personId, to: successors.get(personId) ?? null }];
      }),
      accounts: passings
        .map(({ from, to }) => ({
          from,
          to,
          roles: [...new Set(roles.filter((row) => row.person_id === from).map((row) => row.role))],
        }))
        .filter((account) => account.roles.length > 0),
    },
  };
}

async function refuseUnknown(tx: Transaction, body: HandoverBody): Promise<void> {
  const ids = body.passings.flatMap(({ fromPersonId, toPersonId }) => [fromPersonId, toPersonId]);
  const known = await findHolders(tx, ids);
  if (ids.some((id) => id !== null && !known.has(id)))
    throw refuse('actors.person-not-found', { field: 'passings' });
  if (body.organisationId !== null && !(await findOrganisation(tx, body.organisationId))) {
    throw refuse('actors.organisation-not-found', { field: 'organisationId' });
  }
}

/** The brief with names, as far as whoever reads it may see them. */
export async function showHandedOver(tx: Transaction, context: Context, brief: StoredBrief) {
  const people = [...brief.posts, ...brief.seats, ...brief.accounts].flatMap(({ from, to }) => [from, to]);
  const organisations = brief.posts.map((post) => post.organisationId);
  const names = await lookUp(tx, context, { people, organisations });
  const seatNames = await findSeatNames(
    tx,
    brief.seats.map((seat) => seat.seatId),
  );
  return {
    posts: brief.posts.map((post) => ({
      title: post.title,
      kind: post.kind,
      organisation: names.organisation(post.organisationId),
      from: names.person(post.from),
      to: names.person(post.to),
    })),
    seats: brief.seats.flatMap((seat) => {
      const named = seatNames.get(seat.seatId);
      if (!named) return [];
      return [
        {
          seat: named.name,
          capacity: seat.capacity,
          structure: { id: named.structureId, name: named.structureName },
          from: names.person(seat.from),
          to: names.person(seat.to),
        },
      ];
    }),
    accounts: brief.accounts.map((account) => ({
      from: names.person(account.from),
      to: names.person(account.to),
      roles: [...account.roles],
    })),
  };
}
