import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf } from '#contract/operation.ts';
import { findAccountsOf, findRolesOf } from '#database/actors/handover-roles-store.ts';
import { findHeld, findSeatNames } from '#database/actors/handover-store.ts';
import { findOrganisation } from '#database/actors/organisation-views.ts';
import { findHolders, findPerson } from '#database/actors/people-views.ts';
import { findPlaces } from '#database/actors/place-views.ts';
import { planHandover, type HandoverPlan, type Passing } from '#domain/actors/handover.ts';
import { planRoles, type PlannedRole, type RolePassing } from '#domain/actors/handover-roles.ts';
import { permitHandOver } from '#domain/actors/permissions.ts';
import { refuse } from '#domain/actors/refusals.ts';
import type { Capacity, PostKind } from '#domain/actors/vocabulary.ts';
import type { Context, Transaction } from '../context.ts';
import { todayOf } from '../today.ts';
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
  readonly roles: readonly {
    readonly role: string;
    readonly territoryId: number;
    readonly organisationId: string | null;
    readonly from: string;
    readonly to: string | null;
    readonly outcome: RolePassing;
  }[];
};

/** Where a handover stands: with the government that changes, or with the person who leaves. */
type Place = { readonly territoryId: number; readonly organisationId: string | null };

export type PreparedHandover = {
  readonly plan: HandoverPlan;
  readonly roles: readonly PlannedRole[];
  /** Roles change no earlier than today: what was done with them was done with them. */
  readonly days: { readonly on: string; readonly today: string };
  readonly place: Place;
  readonly brief: StoredBrief;
};

/** Reads what those who leave hold, and says what passes on. The caller hands over in every territory concerned. */
export async function prepareHandover(
  tx: Transaction,
  context: Context,
  body: HandoverBody,
): Promise<PreparedHandover> {
  const passings = body.passings.map(({ fromPersonId, toPersonId }) => ({
    from: fromPersonId,
    to: toPersonId,
  }));
  await refuseUnknown(tx, body);
  const people = passings.map(({ from }) => from);
  const held = await findHeld(tx, people, body.organisationId);
  const place = await placeOf(tx, body);
  const today = await todayOf(tx, context, place.territoryId);
  const days = { on: body.on > today ? body.on : today, today };
  const roles = await prepareRoles(tx, context, {
    passings,
    organisationId: body.organisationId,
    place,
    on: days.on,
  });
  const plan = planHandover(passings, held, body.on, roles.filter(({ ends }) => ends).length);
  for (const one of [...plan.startPosts, ...held.seats.filter((seat) => plan.endSeats.includes(seat.id))]) {
    permitHandOver(context.actor, one.territoryId);
  }
  return { plan, roles, days, place, brief: briefOf(passings, held, plan, roles) };
}

function briefOf(
  passings: readonly Passing[],
  held: Awaited<ReturnType<typeof findHeld>>,
  plan: HandoverPlan,
  roles: readonly PlannedRole[],
): StoredBrief {
  const successors = new Map(passings.map(({ from, to }) => [from, to]));
  const postOf = new Map(held.posts.map((post) => [post.id, post]));
  const seatOf = new Map(held.seats.map((seat) => [seat.id, seat]));
  return {
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
    roles: roles.map(({ role: { role, territoryId, organisationId, personId }, toPersonId, outcome }) => ({
      role,
      territoryId,
      organisationId,
      from: personId,
      to: toPersonId,
      outcome,
    })),
  };
}

async function placeOf(tx: Transaction, body: HandoverBody): Promise<Place> {
  if (body.organisationId !== null) {
    const organisation = await findOrganisation(tx, body.organisationId);
    if (organisation) return { territoryId: organisation.territory_id, organisationId: organisation.id };
  }
  const person = await findPerson(tx, body.passings[0]?.fromPersonId ?? '');
  if (!person) throw refuse('actors.person-not-found', { field: 'passings' });
  return { territoryId: person.territory_id, organisationId: person.organisation_id };
}

/** When a government changes, only the roles pass that are held in it or over its territory: a person may work elsewhere too. */
async function prepareRoles(
  tx: Transaction,
  context: Context,
  asked: {
    readonly passings: readonly Passing[];
    readonly organisationId: string | null;
    readonly place: Place;
    readonly on: string;
  },
): Promise<PlannedRole[]> {
  const { passings, organisationId, place, on } = asked;
  const coming = passings.flatMap(({ to }) => to ?? []);
  const held = await findRolesOf(tx, [...passings.map(({ from }) => from), ...coming], on);
  const accounts = await findAccountsOf(tx, coming);
  const planned = planRoles(context.actor, passings, held, accounts);
  if (organisationId === null) return planned;
  const home = (await findPlaces(tx, [place.territoryId])).get(place.territoryId);
  return planned.filter(({ role }) =>
    role.organisationId === null
      ? home !== undefined && home.id <= role.territoryId && role.territoryId <= home.lastId
      : role.organisationId === organisationId,
  );
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
  const people = [...brief.posts, ...brief.seats, ...brief.roles].flatMap(({ from, to }) => [from, to]);
  const organisations = [...brief.posts, ...brief.roles].map((one) => one.organisationId);
  const territories = brief.roles.map((role) => role.territoryId);
  const names = await lookUp(tx, context, { people, organisations, territories });
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
    roles: brief.roles.map((role) => ({
      role: role.role,
      territory: names.place(role.territoryId),
      organisation: names.optionalOrganisation(role.organisationId),
      from: names.person(role.from),
      to: names.person(role.to),
      outcome: role.outcome,
    })),
  };
}
