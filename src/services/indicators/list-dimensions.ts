import type { indicatorsOperations } from '#contract/indicators/index.ts';
import type { OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { listDimensionRows } from '#database/indicators/dimension-views.ts';
import { maySomewhere } from '#domain/access/permissions.ts';
import type { Context } from '../context.ts';

type Operation = typeof indicatorsOperations.listDimensions;

export async function listDimensions(context: Context): Promise<OutputOf<Operation>> {
  const rows = await inScope(context.database, context.actor.scope, listDimensionRows);
  return {
    items: rows.map((row) => ({ ...row, categories: [...row.categories] })),
    abilities: maySomewhere(context.actor, 'edit-indicator') ? ['edit-indicator'] : [],
  };
}
