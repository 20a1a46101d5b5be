import {
  findSeat,
  findStructure,
  type SeatRow,
  type StructureRow,
} from '#database/actors/structure-views.ts';
import { upsertSearchEntry } from '#database/operations/search-store.ts';
import { permitEditStructure } from '#domain/actors/permissions.ts';
import { refuse } from '#domain/actors/refusals.ts';
import { fold } from '#domain/shared/fold.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { stale } from './organisation-deed.ts';

/** Reads a structure for a change, if the caller may change it and nobody else has since. */
export async function openStructure(
  tx: Transaction,
  context: Context,
  at: { readonly id: string; readonly version?: number },
): Promise<StructureRow> {
  const row = await findStructure(tx, at.id);
  if (!row) throw refuse('actors.structure-not-found');
  permitEditStructure(context.actor, { id: row.id, territoryId: row.territory_id });
  if (at.version !== undefined && at.version !== row.version) throw stale(row);
  return row;
}

/** Reads a seat for a change, with its structure. */
export async function openSeat(
  tx: Transaction,
  context: Context,
  id: string,
): Promise<{ seat: SeatRow; structure: StructureRow }> {
  const seat = await findSeat(tx, id);
  if (!seat) throw refuse('actors.seat-not-found');
  return { seat, structure: await openStructure(tx, context, { id: seat.structure_id }) };
}

const audited = (row: StructureRow) => ({
  name: row.name,
  kind: row.kind,
  mandate: row.mandate,
  legalBasis: row.legal_basis,
  secretariatId: row.secretariat_id,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  standing: row.standing,
  standingReason: row.standing_reason,
});

/** Writes a deed on a structure, its seats or who sits on them down; the trail of its secretariat, if it has one. */
export async function recordStructure(
  tx: Transaction,
  context: Context,
  operation: string,
  structure: StructureRow,
  change: {
    readonly kind?: 'seat' | 'seat-term';
    readonly id?: string;
    readonly before: Readonly<Record<string, unknown>> | null;
    readonly after: Readonly<Record<string, unknown>> | null;
  },
): Promise<void> {
  await record(tx, context, {
    operation,
    subjectKind: change.kind ?? 'structure',
    subjectId: change.id ?? structure.id,
    territoryId: structure.territory_id,
    organisationId: structure.secretariat_id,
    before: change.before,
    after: change.after,
    freeText: ['mandate', 'legalBasis', 'standingReason'],
  });
}

/** Makes a structure findable as it is called now, and writes the deed down. Last in a transaction. */
export async function closeStructure(
  tx: Transaction,
  context: Context,
  operation: string,
  id: string,
  before: StructureRow | null,
): Promise<{ id: string; version: number }> {
  const row = await findStructure(tx, id);
  if (!row) throw refuse('actors.structure-not-found');
  await makeStructureFindable(tx, row);
  await recordStructure(tx, context, operation, row, {
    before: before && audited(before),
    after: audited(row),
  });
  return { id, version: row.version };
}

export async function makeStructureFindable(tx: Transaction, row: StructureRow): Promise<void> {
  await upsertSearchEntry(tx, {
    kind: 'structure',
    id: row.id,
    country: row.country,
    territoryId: row.territory_id,
    organisationId: null,
    title: row.name,
    folded: fold(row.name),
    visibility: 'public',
  });
}
