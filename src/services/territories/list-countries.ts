import type { OutputOf } from '#contract/operation.ts';
import type { territoriesOperations } from '#contract/territories.ts';
import { inScope } from '#database/connection.ts';
import { listCountryRows } from '#database/territories/territory-views.ts';
import type { Context } from '../context.ts';

type Operation = typeof territoriesOperations.listCountries;

export async function listCountries(context: Context): Promise<OutputOf<Operation>> {
  const items = await inScope(context.database, context.actor.scope, (tx) =>
    listCountryRows(tx, context.now),
  );
  return { items };
}
