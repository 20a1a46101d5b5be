import type { actorsOperations } from '#contract/actors/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { listOrganisationRows } from '#database/actors/organisation-views.ts';
import { inScope } from '#database/connection.ts';
import type { Context } from '../context.ts';
import { lookUp, spanOf } from './look-up.ts';
import { cutPage, readCursor, writeCursor } from './page-cursor.ts';
import { organisationIds, showOrganisation } from './show-actors.ts';

type Operation = typeof actorsOperations.listOrganisations;

export async function listOrganisations(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const after = readCursor(input.after);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const within = await spanOf(tx, input.territory);
    const rows = await listOrganisationRows(tx, { ...input, within, after, limit: input.limit + 1 });
    const { shown, next } = cutPage(rows, input.limit, writeCursor);
    const names = await lookUp(tx, context, organisationIds(shown));
    return { items: shown.map((row) => showOrganisation(row, names)), next };
  });
}
