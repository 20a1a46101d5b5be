import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { crosswalkOperations } from '#contract/values/crosswalks.ts';
import { inScope } from '#database/connection.ts';
import { ensureSource, findSourceCalled } from '#database/value-imports/source-store.ts';
import { permitEditIndicator } from '#domain/indicators/permissions.ts';
import { sourceIdOf } from '#domain/values/import/source-id.ts';
import { getPlace } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';
import { writeVersion } from './crosswalk-deed.ts';

type Operation = typeof crosswalkOperations.createCrosswalk;

/**
 * Begins a list of names of a country: it says what is called how everywhere in it, so it belongs to the whole country, and so does one of a
 * single source, by which the files of that source are read before all others.
 */
export async function createCrosswalk(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { country, lines, reason, source, title } = input.body;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = await getPlace(tx, country);
    permitEditIndicator(context.actor, { territoryId: place.id, organisationId: null });
    return writeVersion(tx, context, {
      operation: 'createCrosswalk',
      place: { title, country, territoryId: place.id, sourceId: await sourceOf(tx, source) },
      number: 1,
      before: [],
      lines,
      said: lines,
      reason,
    });
  });
}

// A source may be named before its first file comes: by the title that the file will be said to be of.
async function sourceOf(tx: Transaction, text: string | null): Promise<string | null> {
  if (text === null) return null;
  const known = await findSourceCalled(tx, text);
  if (known !== undefined) return known;
  const source = { id: sourceIdOf(text), title: text, publisher: null };
  await ensureSource(tx, source);
  return source.id;
}
