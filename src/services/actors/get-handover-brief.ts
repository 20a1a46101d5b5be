import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findHandover } from '#database/actors/handover-store.ts';
import { findPlacesAbove } from '#database/actors/place-views.ts';
import { listPostRows } from '#database/actors/post-store.ts';
import { listStructureRows } from '#database/actors/structure-views.ts';
import { listWorkRows } from '#database/actors/work-store.ts';
import { inScope } from '#database/connection.ts';
import { refuse } from '#domain/actors/refusals.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { lookUp } from './look-up.ts';
import { joinIds, postIds, showPost, showStructure, showWork, workIds } from './show-actors.ts';
import { showHandedOver } from './show-handed-over.ts';
import { stateOfHandover } from './state-of-handover.ts';
import type { StoredBrief } from './stored-brief.ts';
import { officeOf, workOfOffice } from './work-of-office.ts';

type Operation = typeof actorsOperations.getHandoverBrief;

/** What is theirs now, whom to call from the first day, which structures meet, and what is being done. */
export async function getHandoverBrief(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const row = await findHandover(tx, input.handoverId);
    if (!row) throw refuse('actors.handover-not-found');
    const today = await todayOf(tx, context, row.territory_id);
    const above = await findPlacesAbove(tx, row.territory_id);
    const territoryIds = [row.territory_id, ...above.map((place) => place.id)];
    const posts = (await listPostRows(tx, { territoryIds, currentOn: today })).filter(
      (post) => post.kind !== 'officer',
    );
    const structures = await listStructureRows(tx, { territoryIds, standing: 'active' }, today);
    const work = await listWorkRows(tx, { territoryIds: [row.territory_id], currentOn: today });
    const names = await lookUp(
      tx,
      context,
      joinIds(postIds(posts), workIds(work), {
        territories: territoryIds,
        organisations: [row.from_organisation_id],
      }),
    );
    const brief = row.brief as unknown as StoredBrief;
    const office = await officeOf(tx, brief, row.from_organisation_id);
    return {
      id: row.id,
      territory: names.place(row.territory_id),
      organisation: names.optionalOrganisation(row.from_organisation_id),
      on: row.on_date,
      reason: row.reason,
      ...stateOfHandover(context, row, today),
      ...(await showHandedOver(tx, context, brief)),
      open: await workOfOffice(tx, context, office, { today, where: row.territory_id }),
      counterparts: posts.map((post) => showPost(post, names, today)),
      structures: structures.map((structure) => showStructure(structure, names)),
      work: work.map((one) => showWork(one, names)),
    };
  });
}
