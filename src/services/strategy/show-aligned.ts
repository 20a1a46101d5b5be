import { findAligned, type AlignedRow } from '#database/strategy/alignment-views.ts';
import { findStructureNames } from '#database/diagnosis/need-views.ts';
import { lookUp, type LookUp } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';

/** What is aligned to these lines, with whose it is and where, as far as the caller may see it. */
export async function showAligned(tx: Transaction, context: Context, threadIds: readonly string[]) {
  const rows = await findAligned(tx, threadIds);
  const names = await lookUp(tx, context, {
    territories: rows.map(({ territoryId }) => territoryId),
    organisations: rows.map(({ organisationId }) => organisationId),
  });
  const structures = await findStructureNames(
    tx,
    rows.flatMap(({ structureId, organisationId }) => [structureId, organisationId]),
  );
  return rows.map((row) => ({
    kind: row.kind,
    id: row.id,
    title: row.title,
    part: row.part,
    of: whose(row, names, structures),
    territory: names.place(row.territoryId),
    threadId: row.threadId,
  }));
}

// The first party of an agreement is an organisation or a structure; its row doesn't say which.
function whose(
  { organisationId, structureId }: AlignedRow,
  names: LookUp,
  structures: Awaited<ReturnType<typeof findStructureNames>>,
): string | null {
  const organisation = names.optionalOrganisation(organisationId)?.name;
  return (organisation || structures.get(structureId ?? organisationId ?? '')?.name) ?? null;
}
