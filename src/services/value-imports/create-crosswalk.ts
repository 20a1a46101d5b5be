import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { crosswalkOperations } from '#contract/values/crosswalks.ts';
import { inScope } from '#database/connection.ts';
import { permitEditIndicator } from '#domain/indicators/permissions.ts';
import { getPlace } from '../actors/look-up.ts';
import type { Context } from '../context.ts';
import { writeVersion } from './crosswalk-deed.ts';

type Operation = typeof crosswalkOperations.createCrosswalk;

/** Begins a list of names of a country: it says what is called how everywhere in it, so it belongs to the whole country. */
export async function createCrosswalk(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { country, lines, reason, title } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, country);
    permitEditIndicator(context.actor, { territoryId: place.id, organisationId: null });
    return writeVersion(tx, context, {
      operation: 'createCrosswalk',
      place: { title, country, territoryId: place.id },
      number: 1,
      before: [],
      lines,
      said: lines,
      reason,
    });
  });
}
