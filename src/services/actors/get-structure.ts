import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { countStructureConsequences, findSeats, findStructure } from '#database/actors/structure-views.ts';
import { inScope } from '#database/connection.ts';
import { abilitiesOf } from '#domain/actors/permissions.ts';
import { refuse } from '#domain/actors/refusals.ts';
import type { StructureKind, StructureStanding } from '#domain/actors/vocabulary.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { lookUp } from './look-up.ts';
import { showSeats } from './show-actors.ts';

type Operation = typeof actorsOperations.getStructure;

export async function getStructure(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const row = await findStructure(tx, input.structureId);
    if (!row) throw refuse('actors.structure-not-found');
    const found = await findSeats(tx, [row.id]);
    const names = await lookUp(tx, context, {
      territories: [row.territory_id],
      organisations: [row.secretariat_id, ...found.seats.map((seat) => seat.organisation_id)],
      people: found.terms.map((term) => term.person_id),
      sources: [row.source_id],
    });
    // Who sits shows to anybody who is signed in; to a visitor a seat without terms says nothing about being vacant.
    const mayKnow = context.actor.kind !== 'visitor';
    const place = { territoryId: row.territory_id, structureId: row.id };
    const abilities = abilitiesOf(context.actor, place, ['edit-structure', 'hand-over']);
    const seatList = showSeats(row.id, found, names, {
      today: await todayOf(tx, context, row.territory_id),
      mayKnow,
    });
    return {
      id: row.id,
      name: row.name,
      kind: row.kind as StructureKind,
      standing: row.standing as StructureStanding,
      territory: names.place(row.territory_id),
      seats: seatList.length,
      filledSeats: mayKnow ? seatList.filter((seat) => seat.isVacant === false).length : null,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      mandate: row.mandate,
      legalBasis: row.legal_basis,
      source: names.source(row.source_id),
      secretariat: names.optionalOrganisation(row.secretariat_id),
      standingReason: row.standing_reason,
      example: row.example,
      seatList,
      abilities,
      dependents: abilities.includes('edit-structure') ? await countStructureConsequences(tx, row.id) : null,
      version: row.version,
    };
  });
}
