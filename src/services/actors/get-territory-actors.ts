import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findAbsences } from '#database/actors/absence-store.ts';
import { findPlacesAbove, findPlacesOverlapping } from '#database/actors/place-views.ts';
import {
  countBelow,
  findMissingBelow,
  findNorms,
  findPresence,
} from '#database/actors/territory-actors-views.ts';
import { inScope } from '#database/connection.ts';
import { abilitiesOf } from '#domain/actors/permissions.ts';
import { mayDo } from '#domain/access/permissions.ts';
import type { PreventionFunction } from '#domain/actors/functions.ts';
import { nothingPresent, whatIsMissing, type Comparison, type Presence } from '#domain/actors/missing.ts';
import type { StructureKind } from '#domain/actors/vocabulary.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { gatherActors } from './gather-actors.ts';
import { getPlace, lookUp, showPlace, type LookUp } from './look-up.ts';
import { joinIds } from './show-actors.ts';
import { showActorsOf, showAuthority } from './show-territory-actors.ts';

type Operation = typeof actorsOperations.getTerritoryActors;

const asked = [
  'edit-organisation',
  'edit-structure',
  'edit-person',
  'describe-work',
  'merge',
  'hand-over',
  'import',
  'export',
] as const;

/** Who works on prevention in a territory, at every level above and below, whom to call, and what is missing. */
export async function getTerritoryActors(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, input.territory);
    const [today, above, overlapping, norms, absences] = await Promise.all([
      todayOf(tx, context, place.id),
      findPlacesAbove(tx, place.id),
      findPlacesOverlapping(tx, place.id),
      findNorms(tx, place.country),
      findAbsences(tx, place.id),
    ]);
    const aboveIds = above.map((one) => one.id);
    const [found, missingBelow, presence, counts] = await Promise.all([
      gatherActors(tx, [place, ...above], overlapping, today),
      findMissingBelow(tx, place, today),
      findPresence(tx, place, aboveIds, today),
      countBelow(tx, place, today),
    ]);
    const ids = joinIds(found.ids, {
      territories: [place.id, ...aboveIds, ...missingBelow.flatMap((row) => row.lacking)],
      sources: norms.map((norm) => norm.sourceId),
    });
    const names = await lookUp(tx, context, ids);
    const seen = { today, mayKnow: context.actor.kind !== 'visitor' };
    const comparison = whatIsMissing(
      norms,
      place,
      presenceByPlace(presence),
      new Set(absences.map((row) => row.norm_id)),
    );
    return {
      ...showActorsOf(place.id, found, names, seen),
      above: above.map((one) => showActorsOf(one.id, found, names, seen)),
      below: showBelow(context, { counts, missing: missingBelow, names }),
      overlapping: overlapping.map((one) => ({
        territory: showPlace(one, context.language),
        authorities: found.authorities
          .filter((row) => row.territory_id === one.id)
          .map((row) => showAuthority(row, names)),
      })),
      comparison:
        comparison && comparison.map((one) => showComparison(one, absences, names, context.language)),
      contactsHidden: !mayDo(context.actor, 'see-private-contacts', { territoryId: place.id }),
      abilities: abilitiesOf(context.actor, { territoryId: place.id }, asked),
    };
  });
}

function presenceByPlace(rows: Awaited<ReturnType<typeof findPresence>>) {
  const presenceAt = (where: 'here' | 'above' | 'below'): Presence => {
    const presence: Record<keyof Presence, string[]> = {
      structure: [],
      function: [],
      authority: [],
      post: [],
    };
    for (const row of rows) if (row.where === where) presence[row.expects].push(row.what);
    return rows.length === 0 ? nothingPresent : presence;
  };
  return { here: presenceAt('here'), above: presenceAt('above'), below: presenceAt('below') };
}

function showComparison(
  { norm, isMet, nearest }: Comparison,
  absences: Awaited<ReturnType<typeof findAbsences>>,
  names: LookUp,
  language: Context['language'],
) {
  const said = absences.find((row) => row.norm_id === norm.id);
  const source = names.source(norm.sourceId);
  if (source === null) throw new Error(`norm ${norm.id} has no source`);
  return {
    norm: norm.id,
    expects: norm.expects,
    what: norm.what.split('|'),
    name: language === 'en' ? norm.nameEn : norm.name,
    required: norm.required,
    note: norm.note,
    source,
    isMet,
    nearest,
    absence: isMet === false && said ? { on: said.on_date, note: said.note } : null,
  };
}

function showBelow(
  { language }: Context,
  seen: {
    readonly counts: Awaited<ReturnType<typeof countBelow>>;
    readonly missing: Awaited<ReturnType<typeof findMissingBelow>>;
    readonly names: LookUp;
  },
) {
  const { counts, missing, names } = seen;
  return {
    organisations: counts.organisations,
    structures: counts.structures,
    functions: counts.functions.map((row) => ({ ...row, function: row.function as PreventionFunction })),
    structuresByKind: counts.structuresByKind.map((row) => ({ ...row, kind: row.kind as StructureKind })),
    missing: missing.map((row) => ({
      norm: row.norm,
      name: language === 'en' ? row.name_en : row.name,
      kindName: language === 'en' ? row.kind_name_en : row.kind_name,
      expected: row.expected,
      missing: row.missing,
      unknown: row.unknown,
      territories: row.lacking.map((id) => names.place(id)),
    })),
  };
}
