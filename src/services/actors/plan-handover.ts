import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf } from '#contract/operation.ts';
import { findAccountsOf, findRolesOf } from '#database/actors/handover-roles-store.ts';
import { findHeld } from '#database/actors/handover-store.ts';
import { findOrganisation } from '#database/actors/organisation-views.ts';
import { findHolders, findPerson } from '#database/actors/people-views.ts';
import { findPlaces } from '#database/actors/place-views.ts';
import { planHandover, type HandoverPlan, type Passing } from '#domain/actors/handover.ts';
import { planRoles, type PlannedRole } from '#domain/actors/handover-roles.ts';
import { permitHandOver } from '#domain/actors/permissions.ts';
import { refuse } from '#domain/actors/refusals.ts';
import type { Context, Transaction } from '../context.ts';
import { todayOf } from '../today.ts';
import { briefOfUndated, prepareUndated, type Undated } from './plan-kept.ts';
import type { StoredBrief } from './stored-brief.ts';

export type HandoverBody = InputOf<typeof actorsOperations.handOver>['body'];

/** Where a handover stands: with the government that changes, or with the person who leaves. */
type Place = { readonly territoryId: number; readonly organisationId: string | null };

export type PreparedHandover = {
  readonly plan: HandoverPlan;
  /** Until when each post and seat that ends ran before. */
  readonly ranUntil: ReadonlyMap<string, string | null>;
  readonly roles: readonly PlannedRole[];
  readonly undated: Undated;
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
  const accounts = await findAccountsOf(
    tx,
    passings.flatMap(({ to }) => to ?? []),
  );
  const { organisationId } = body;
  const roles = await prepareRoles(tx, context, { passings, organisationId, place, on: days.on, accounts });
  const undated = await prepareUndated(tx, context, {
    passings,
    organisationId,
    territoryId: place.territoryId,
    structureIds: held.seats.map((seat) => seat.structureId),
    accounts,
    keeperId: context.actor.kind === 'account' ? context.actor.accountId : null,
  });
  const plan = planHandover(passings, held, body.on, countBesides(roles, undated));
  for (const one of [...plan.startPosts, ...held.seats.filter((seat) => plan.endSeats.includes(seat.id))]) {
    permitHandOver(context.actor, one.territoryId);
  }
  const ranUntil = new Map([...held.posts, ...held.seats].map(({ id, to }) => [id, to]));
  return {
    plan,
    ranUntil,
    roles,
    undated,
    days,
    place,
    brief: briefOf(passings, held, plan, { roles, undated }),
  };
}

// Whoever holds neither office nor seat may have a role, a list in work, or sign for somebody.
function countBesides(roles: readonly PlannedRole[], { things, representations }: Undated): number {
  const passing = [
    ...roles.filter(({ ends }) => ends),
    ...things.filter(({ toAccountId }) => toAccountId !== null),
    ...representations.filter(({ outcome }) => outcome !== 'not-yours'),
  ];
  return passing.length;
}

function briefOf(
  passings: readonly Passing[],
  held: Awaited<ReturnType<typeof findHeld>>,
  plan: HandoverPlan,
  { roles, undated }: Pick<PreparedHandover, 'roles' | 'undated'>,
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
      const { seatId, structureId, capacity, personId } = seat;
      return [{ seatId, structureId, capacity, from: personId, to: successors.get(personId) ?? null }];
    }),
    roles: roles.map(
      ({ role: { role, territoryId, organisationId, structureId, personId }, toPersonId, outcome }) => ({
        role,
        territoryId,
        organisationId,
        structureId,
        from: personId,
        to: toPersonId,
        outcome,
      }),
    ),
    ...briefOfUndated(undated),
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
    readonly accounts: Awaited<ReturnType<typeof findAccountsOf>>;
  },
): Promise<PlannedRole[]> {
  const { passings, organisationId, place, on, accounts } = asked;
  const coming = passings.flatMap(({ to }) => to ?? []);
  const held = await findRolesOf(tx, [...passings.map(({ from }) => from), ...coming], on);
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
