import { findTerritoryNumber } from '#database/audit/entry-views.ts';
import { rightsOf } from '#domain/access/roles.ts';
import { refuse } from '#domain/shared/refusals.ts';
import { parseReference } from '#domain/territories/references.ts';
import type { Context, Transaction } from '../context.ts';

/** Where an export of the trail is written down: in the territory asked for, else where whoever exports may audit. */
export async function territoryOfExport(
  tx: Transaction,
  context: Context,
  reference: string | undefined,
): Promise<number> {
  const { actor } = context;
  const audited =
    actor.kind === 'account'
      ? actor.roles.find((held) => rightsOf(held.role).overTerritory.includes('read-audit'))
      : undefined;
  if (reference === undefined && audited) return audited.territoryId;
  const number = await findTerritoryNumber(tx, reference === undefined ? null : parseReference(reference));
  if (number === null) throw refuse('shared.invalid', { field: 'territory' });
  return number;
}
