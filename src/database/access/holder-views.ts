import type { Transaction } from '#database/connection.ts';

/** Whether an organisation is there, and where a structure is. */
export async function findHolders(
  tx: Transaction,
  ids: { readonly organisationId: string | null; readonly structureId: string | null },
): Promise<{ organisation: boolean; structureTerritoryId: number | null }> {
  const organisation =
    ids.organisationId === null
      ? undefined
      : await tx
          .selectFrom('organisation')
          .select('id')
          .where('id', '=', ids.organisationId)
          .where('standing', '=', 'active')
          .executeTakeFirst();
  const structure =
    ids.structureId === null
      ? undefined
      : await tx
          .selectFrom('structure')
          .select('territory_id as territoryId')
          .where('id', '=', ids.structureId)
          .where('standing', '=', 'active')
          .executeTakeFirst();
  return { organisation: organisation !== undefined, structureTerritoryId: structure?.territoryId ?? null };
}
