import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { surveysOperations } from '#contract/surveys/index.ts';
import { findStructure } from '#database/actors/structure-views.ts';
import { inScope } from '#database/connection.ts';
import { insertRound } from '#database/surveys/pulse-store.ts';
import { refuse as refuseActors } from '#domain/actors/refusals.ts';
import { permitPulse } from '#domain/surveys/permissions.ts';
import { refuse } from '#domain/surveys/refusals.ts';
import { hashSecret, newSecret } from '../access/secrets.ts';
import { getPlace } from '../actors/look-up.ts';
import { record } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';

type Operation = typeof surveysOperations.openPulse;

/** Opens a round. Its link is shown once; only the hash of its secret is kept. */
export async function openPulse(
  context: Context,
  { body }: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { actor } = context;
  const { title, opensOn, closesOn, structure: structureId } = body;
  if (closesOn < opensOn) throw refuse('surveys.period-reversed', { field: 'closesOn' });
  return inScope(context.database, actor.scope, async (tx) => {
    const place = await getPlace(tx, body.territory);
    permitPulse(actor, { territoryId: place.id, structureId });
    if (structureId !== null && (await findStructure(tx, structureId))?.territory_id !== place.id)
      throw refuseActors('actors.structure-not-found', { field: 'structure' });
    const sectors = [...new Set(body.sectors)];
    const secret = newSecret();
    const id = newId();
    await insertRound(tx, {
      id,
      country: place.country,
      territory_id: place.id,
      structure_id: structureId,
      title,
      sectors,
      people: JSON.stringify(body.people),
      opens_on: opensOn,
      closes_on: closesOn,
      secret_hash: hashSecret(secret),
      account_id: actor.kind === 'account' ? actor.accountId : null,
    });
    await record(tx, context, {
      operation: 'openPulse',
      subjectKind: 'pulse-round',
      subjectId: id,
      territoryId: place.id,
      organisationId: null,
      before: null,
      after: { title, sectors, opensOn, closesOn, structureId },
    });
    return { id, link: `${context.installation.origin}/pulso/${secret}` };
  });
}
