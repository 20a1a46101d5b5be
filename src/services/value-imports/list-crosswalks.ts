import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { crosswalkOperations } from '#contract/values/crosswalks.ts';
import { inScope } from '#database/connection.ts';
import { listCrosswalkRows, listSourcesOfCountry } from '#database/value-imports/crosswalk-views.ts';
import { mayEditIndicator } from '#domain/indicators/permissions.ts';
import { getPlace } from '../actors/look-up.ts';
import type { Context } from '../context.ts';
import { showCrosswalks } from './show-crosswalk.ts';

type Operation = typeof crosswalkOperations.listCrosswalks;

/** The newest version of each list of names, those of the country first. */
export async function listCrosswalks(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = input.country === undefined ? null : await getPlace(tx, input.country);
    const rows = await listCrosswalkRows(tx, input.country ?? null);
    const mayBegin =
      place !== null && mayEditIndicator(context.actor, { territoryId: place.id, organisationId: null });
    return {
      items: await showCrosswalks(tx, context, rows),
      sources: mayBegin ? await listSourcesOfCountry(tx, place.country) : [],
      abilities: mayBegin ? ['edit-indicator'] : [],
    };
  });
}
