import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { situationOperations } from '#contract/situation.ts';
import type { PlaceRow } from '#database/actors/place-views.ts';
import { findAuthorities, findMissingBelow, findNorms } from '#database/actors/territory-actors-views.ts';
import { inScope } from '#database/connection.ts';
import {
  findFunctionsOf,
  findKindsByLevel,
  findPostsEnding,
  findPostsNow,
  findSeatsNow,
  findStructureKinds,
  findUnusedInvitations,
} from '#database/operations/situation-views.ts';
import type { PreventionFunction } from '#domain/actors/functions.ts';
import type { Norm } from '#domain/actors/missing.ts';
import { dayAfter, daysBeforeEnd, daysUnused, standingOf } from '#domain/operations/situation.ts';
import { getPlace, lookUp, showPlace } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';
import { todayOf } from '../today.ts';
import { showTerms, showVacancies } from './show-exceptions.ts';
import { callers } from './whom-to-call.ts';

type Operation = typeof situationOperations.getSituation;

/** What needs attention in a territory and below, ranked by what it holds back; who does what there; where what is expected stands. */
export async function getSituation(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, input.territory);
    const today = await todayOf(tx, context, place.id);
    const found = await gather(tx, context, place, today);
    const { names, norms } = found;
    const self = context.actor.kind === 'account' ? context.actor.personId : null;
    const call = callers({ ...found, self }, names);
    const levels = await levelsOf(tx, context, place, norms);
    const level = input.level ?? levels[0]?.level ?? place.level + 1;
    const mayKnow = context.actor.kind !== 'visitor';
    const invitations = found.invitations.map((row) => ({
      accountId: row.account_id,
      person: { id: row.person_id, name: row.name ?? '' },
      username: row.username,
      territory: names.place(row.territory_id),
      phone: row.phone,
      email: row.email,
      invitedAt: row.invited_at.toISOString(),
      hasExpired: row.has_expired,
    }));
    return {
      territory: showPlace(place, context.language),
      lacking: showLacking(found, context, call.inTerritory),
      vacancies: mayKnow ? showVacancies(found.seats, names, call) : null,
      terms: mayKnow ? showTerms(found, names, call, today) : null,
      invitations: invitations.slice(0, 50),
      invitationsUnused: invitations.length,
      levels,
      level,
      structures: levels.some((one) => one.level === level)
        ? await showStructures(tx, context, { place, level, today }, norms)
        : [],
      functions: byFunction(await findFunctionsOf(tx, place.id, today)),
    };
  });
}

type Found = Awaited<ReturnType<typeof gather>>;

async function gather(tx: Transaction, context: Context, place: PlaceRow, today: string) {
  const norms = await findNorms(tx, place.country);
  const demanded = new Set(
    norms
      .filter((norm) => norm.required && (norm.expects === 'structure' || norm.expects === 'authority'))
      .map((norm) => norm.id),
  );
  // One number before its own: the territory itself is compared with the norms of its kind too.
  const compared = await findMissingBelow(tx, { ...place, id: place.id - 1 }, today);
  const lacking = compared.filter((row) => demanded.has(row.norm) && row.missing > 0);
  const seats = await findSeatsNow(tx, place, today);
  const posts = await findPostsEnding(tx, place, dayAfter(today, daysBeforeEnd));
  const before = new Date(context.now.getTime() - daysUnused * 86_400_000);
  const invitations = await findUnusedInvitations(tx, place, { before, now: context.now });
  const territories = [
    place.id,
    ...lacking.flatMap((row) => row.lacking),
    ...seats.map((seat) => seat.territory_id),
    ...posts.map((post) => post.territory_id),
    ...invitations.map((row) => row.territory_id),
  ];
  const serving = await findPostsNow(tx, [...new Set(territories)], today);
  const authorities = await findAuthorities(tx, [...new Set(territories)], today);
  const names = await lookUp(tx, context, {
    territories,
    organisations: [...seats, ...serving].map((row) => row.organisation_id),
    people: [...seats, ...posts, ...serving].map((row) => row.person_id),
  });
  return { norms, lacking, seats, posts, invitations, serving, authorities, names };
}

function showLacking(
  found: Pick<Found, 'lacking' | 'names'>,
  { language }: Context,
  callIn: ReturnType<typeof callers>['inTerritory'],
) {
  return found.lacking.map((row) => ({
    norm: row.norm,
    name: language === 'en' ? row.name_en : row.name,
    kindName: language === 'en' ? row.kind_name_en : row.kind_name,
    expected: row.expected,
    missing: row.missing,
    territories: row.lacking.map((id) => ({ territory: found.names.place(id), call: callIn(id) })),
  }));
}

/** The levels below whose kinds some norm gives a structure. */
async function levelsOf(tx: Transaction, { language }: Context, place: PlaceRow, norms: readonly Norm[]) {
  const kinds = await findKindsByLevel(tx, place.country);
  const spoken = new Set(
    norms.filter((norm) => norm.expects === 'structure').map((norm) => norm.territoryKind),
  );
  const deeper = kinds.filter((kind) => kind.level > place.level && spoken.has(kind.kind));
  return [...new Map(deeper.map((kind) => [kind.level, kind])).values()].map((kind) => ({
    level: kind.level,
    name: language === 'en' ? kind.name_en : kind.name,
  }));
}

async function showStructures(
  tx: Transaction,
  context: Context,
  asked: { place: PlaceRow; level: number; today: string },
  norms: readonly Norm[],
) {
  const rows = await findStructureKinds(tx, asked.place, asked.level, asked.today);
  const names = await lookUp(tx, context, { territories: rows.map((row) => row.id) });
  const named = (norm: Norm) => (context.language === 'en' ? norm.nameEn : norm.name);
  return rows.map((row) => {
    const { standing, has, lacks } = standingOf(norms, row, row.present, row.absent);
    return { territory: names.place(row.id), standing, has: has.map(named), lacks: lacks.map(named) };
  });
}

function byFunction(rows: Awaited<ReturnType<typeof findFunctionsOf>>) {
  const functions = [...new Set(rows.map((row) => row.function as PreventionFunction))];
  return functions.map((name) => ({
    function: name,
    organisations: rows
      .filter((row) => row.function === name)
      .map((row) => ({ id: row.organisation_id, name: row.name })),
  }));
}
