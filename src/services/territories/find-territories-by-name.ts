import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { territoriesOperations } from '#contract/territories.ts';
import { inScope } from '#database/connection.ts';
import { listAncestors, listKindWords, listMatchable } from '#database/territories/write-views.ts';
import { bestMatches, matchName } from '#domain/territories/names.ts';
import { referenceOf } from '#domain/territories/references.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { findPlace } from './get-place.ts';

type Operation = typeof territoriesOperations.findTerritoriesByName;

export async function findTerritoriesByName(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const within = await findPlace(tx, input.within);
    const asked = {
      day: await todayOf(tx, context, input.within ?? input.country),
      country: input.country ?? null,
      within,
      level: input.level ?? null,
    };
    const matches = matchName(input.name, await listMatchable(tx, asked), await listKindWords(tx));
    const shown = matches.slice(0, input.limit);
    const ancestors = await listAncestors(
      tx,
      shown.map((match) => match.territory.id),
    );
    return {
      isPlain: bestMatches(matches).filter((match) => match.territory.isCurrent).length === 1,
      items: shown.map(({ territory, reason, matched }) => ({
        reference: referenceOf(territory.country, territory.code),
        name: territory.name,
        kind: territory.kind,
        kindName: territory.kindName,
        level: territory.level,
        reason,
        matched,
        ancestors: ancestors.get(territory.id) ?? [],
        isCurrent: territory.isCurrent,
      })),
    };
  });
}
