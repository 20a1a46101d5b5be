import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import {
  countOrganisationConsequences,
  findOrganisation,
  findOrganisationHistory,
} from '#database/actors/organisation-views.ts';
import { findOrganisationContacts } from '#database/actors/people-views.ts';
import { listPostRows } from '#database/actors/post-store.ts';
import { listWorkRows } from '#database/actors/work-store.ts';
import { inScope } from '#database/connection.ts';
import { abilitiesOf } from '#domain/actors/permissions.ts';
import { refuse } from '#domain/actors/refusals.ts';
import type { AuthorityKind, SeatRole, SuccessionKind } from '#domain/actors/vocabulary.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { lookUp, showContact } from './look-up.ts';
import {
  joinIds,
  organisationIds,
  postIds,
  showOrganisation,
  showPost,
  showWork,
  workIds,
} from './show-actors.ts';

type Operation = typeof actorsOperations.getOrganisation;
type History = Awaited<ReturnType<typeof findOrganisationHistory>>;

const asked = ['edit-organisation', 'describe-work', 'edit-person', 'merge', 'hand-over'] as const;

export async function getOrganisation(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const row = await findOrganisation(tx, input.organisationId);
    if (!row) throw refuse('actors.organisation-not-found');
    const history = await findOrganisationHistory(tx, row.id);
    const posts = await listPostRows(tx, { organisation: row.id });
    const work = await listWorkRows(tx, { organisation: row.id });
    const contacts = await findOrganisationContacts(tx, [row.id]);
    const ids = joinIds(organisationIds([row]), postIds(posts), workIds(work), {
      organisations: [row.merged_into],
      territories: history.authorities.map((authority) => authority.territory_id),
      sources: [row.source_id],
    });
    const names = await lookUp(tx, context, ids);
    const today = await todayOf(tx, context, row.territory_id);
    const place = { territoryId: row.territory_id, organisationId: row.id };
    const abilities = abilitiesOf(context.actor, place, asked);
    return {
      ...showOrganisation(row, names),
      mandate: row.mandate,
      website: row.website,
      source: names.source(row.source_id),
      standingReason: row.standing_reason,
      mergedInto: names.optionalOrganisation(row.merged_into),
      withholdsDisaggregation: row.withholds_disaggregation,
      example: row.example,
      ...showHistory(row.id, history),
      governs: history.authorities.map((authority) => ({
        id: authority.id,
        territory: names.place(authority.territory_id),
        kind: authority.kind as AuthorityKind,
        note: authority.note,
        validFrom: authority.valid_from,
        validTo: authority.valid_to,
      })),
      contacts: (contacts.get(row.id) ?? []).map(showContact),
      posts: posts.map((post) => showPost(post, names, today)),
      work: work.map((one) => showWork(one, names)),
      abilities,
      dependents: abilities.includes('edit-organisation')
        ? await countOrganisationConsequences(tx, row.id)
        : null,
      version: row.version,
    };
  });
}

function showHistory(id: string, history: History) {
  const predecessors = history.successions.filter((one) => one.successor_id === id);
  const successors = history.successions.filter((one) => one.predecessor_id === id);
  return {
    formerNames: history.formerNames.map((former) => ({
      name: former.name,
      shortName: former.short_name,
      reason: former.reason,
      validFrom: former.valid_from,
      validTo: former.valid_to,
    })),
    predecessors: predecessors.map((one) => ({
      organisation: { id: one.predecessor_id, name: one.predecessor },
      on: one.on_date,
      kind: one.kind as SuccessionKind,
    })),
    successors: successors.map((one) => ({
      organisation: { id: one.successor_id, name: one.successor },
      on: one.on_date,
      kind: one.kind as SuccessionKind,
    })),
    children: history.children,
    seats: history.seats.map((seat) => ({
      id: seat.id,
      name: seat.name,
      role: seat.role as SeatRole,
      structure: { id: seat.structureId, name: seat.structureName },
    })),
  };
}
