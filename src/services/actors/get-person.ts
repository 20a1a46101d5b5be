import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import {
  countPersonConsequences,
  findHolders,
  findPerson,
  findPersonContacts,
  findPersonSeats,
} from '#database/actors/people-views.ts';
import { listPostRows } from '#database/actors/post-store.ts';
import { inScope } from '#database/connection.ts';
import { abilitiesOf } from '#domain/actors/permissions.ts';
import { refuse } from '#domain/actors/refusals.ts';
import type { Capacity, PersonStanding, SeatRole, Visibility } from '#domain/actors/vocabulary.ts';
import { isWithin } from '#domain/shared/dates.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { lookUp, showContact } from './look-up.ts';
import { joinIds, postIds, showPost } from './show-actors.ts';

type Operation = typeof actorsOperations.getPerson;

const asked = ['edit-person', 'merge', 'hand-over', 'erase'] as const;

export async function getPerson(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const row = await findPerson(tx, input.personId);
    if (!row) throw refuse('actors.person-not-found');
    const today = await todayOf(tx, context, row.territory_id);
    const posts = await listPostRows(tx, { person: row.id });
    const seats = await findPersonSeats(tx, row.id);
    const names = await lookUp(
      tx,
      context,
      joinIds(postIds(posts), { territories: [row.territory_id], organisations: [row.organisation_id] }),
    );
    const merged =
      row.merged_into === null ? undefined : (await findHolders(tx, [row.merged_into])).get(row.merged_into);
    const place = { territoryId: row.territory_id, organisationId: row.organisation_id, personId: row.id };
    const abilities = abilitiesOf(context.actor, place, asked);
    return {
      id: row.id,
      name: row.name,
      standing: row.standing as PersonStanding,
      visibility: row.visibility as Visibility,
      territory: names.place(row.territory_id),
      organisation: names.optionalOrganisation(row.organisation_id),
      standingReason: row.standing_reason,
      mergedInto: merged ? { id: merged.id, name: merged.name } : null,
      example: row.example,
      contacts: (await findPersonContacts(tx, row.id)).map(showContact),
      posts: posts.map((post) => showPost(post, names, today)),
      seats: seats.map((seat) => ({
        id: seat.id,
        seat: seat.seat,
        role: seat.role as SeatRole,
        structure: { id: seat.structureId, name: seat.structureName },
        capacity: seat.capacity as Capacity,
        validFrom: seat.validFrom,
        validTo: seat.validTo,
        isCurrent: isWithin({ from: seat.validFrom, to: seat.validTo }, today),
      })),
      abilities,
      dependents: abilities.includes('edit-person') ? await countPersonConsequences(tx, row.id) : null,
      version: row.version,
    };
  });
}
