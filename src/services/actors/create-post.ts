import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findOrganisation } from '#database/actors/organisation-views.ts';
import { findPost, insertPost } from '#database/actors/post-store.ts';
import { inScope } from '#database/connection.ts';
import { refuseUnlessActive } from '#domain/actors/deletion.ts';
import { permitEditPost } from '#domain/actors/permissions.ts';
import { refusePersonalText } from '#domain/actors/personal-text.ts';
import { refuse } from '#domain/actors/refusals.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { getPlace } from './look-up.ts';
import { recordPost, refuseWrongPost } from './post-deed.ts';

type Operation = typeof actorsOperations.createPost;

export async function createPost(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const { body } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, body.territory);
    permitEditPost(context.actor, { organisationId: body.organisationId, territoryId: place.id });
    const organisation = await findOrganisation(tx, body.organisationId);
    if (!organisation) throw refuse('actors.organisation-not-found', { field: 'organisationId' });
    refuseUnlessActive(organisation.standing);
    refusePersonalText({ title: body.title, topic: body.topic }, false);
    const id = newId();
    await refuseWrongPost(tx, { ...body, id });
    await insertPost(tx, {
      id,
      organisation_id: organisation.id,
      person_id: body.personId,
      territory_id: place.id,
      kind: body.kind,
      title: body.title,
      topic: body.topic,
      alternate: body.alternate,
      valid_from: body.validFrom,
      valid_to: body.validTo,
    });
    await recordPost(tx, context, 'createPost', { before: null, after: (await findPost(tx, id)) ?? null });
    return { id, version: 1 };
  });
}
