import { findStructuresForExchange } from '#database/actors/exchange-views.ts';
import { findSeats, type SeatRow } from '#database/actors/structure-views.ts';
import type { PlaceRow } from '#database/actors/place-views.ts';
import { likenessKey } from '#domain/actors/duplicates.ts';
import { differences, planRows, type ImportPlan, type PlacedDraft } from '#domain/actors/import-plan.ts';
import type { RowChange } from '#domain/actors/row-changes.ts';
import type { ReadLines, StructureLine } from '#formats/actors/read-actors-table.ts';
import type { Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { finderFor, type Finder } from './import-places.ts';

type Line = StructureLine & { readonly territoryId: number; readonly name: string };

/** What a file of structures would do: the first row that names one says what it is, each row may add a seat to it. */
export async function planStructureImport(
  tx: Transaction,
  place: PlaceRow,
  read: ReadLines<StructureLine>,
): Promise<ImportPlan> {
  const finder = await finderFor(tx, place);
  const existing = await findStructuresForExchange(tx, { low: place.id, high: place.lastId });
  const groups = new Map<string, Line[]>();
  for (const line of read.lines) {
    const territoryId = finder.territory(line.row, line.cells.territory);
    if (territoryId === null || line.cells.name === null) continue;
    const key = `${territoryId} ${likenessKey(line.cells.name)}`;
    groups.set(key, [...(groups.get(key) ?? []), { ...line, territoryId, name: line.cells.name }]);
  }
  const drafts = [...groups.values()].flatMap(([first]) => (first ? [draftOf(first, finder)] : []));
  const defaults = { country: place.country, origin: 'import', version: 1, standing: 'active' };
  const plan = planRows('structure', drafts, existing, { defaults, newId });
  const { seats } = await findSeats(
    tx,
    existing.map((row) => row.id),
  );
  const seatChanges: RowChange[] = [];
  for (const lines of groups.values()) {
    const structureId = plan.ids.get(lines[0]?.row ?? 0);
    if (structureId === undefined) continue;
    const known = seats.filter((seat) => seat.structure_id === structureId);
    seatChanges.push(...seatsOf(lines, structureId, known, finder));
  }
  const problems = [...plan.problems, ...finder.problems];
  return { ...plan, changes: [...plan.changes, ...seatChanges], problems };
}

function draftOf({ row, cells, territoryId, name }: Line, finder: Finder): PlacedDraft {
  const columns = {
    name,
    kind: cells.structure_kind,
    mandate: cells.mandate,
    legal_basis: cells.legal_basis,
    secretariat_id: finder.organisation(row, 'secretariat', cells.secretariat, territoryId),
    valid_from: cells.valid_from,
    valid_to: cells.valid_to,
  };
  return { row, id: cells.id, territoryId, name, columns };
}

function seatsOf(
  lines: readonly Line[],
  structureId: string,
  known: readonly SeatRow[],
  finder: Finder,
): RowChange[] {
  return lines.flatMap(({ row, cells, hasVote, territoryId }, position): RowChange[] => {
    if (cells.seat === null) return [];
    const said = {
      role: cells.seat_role,
      has_vote: hasVote,
      organisation_id: finder.organisation(row, 'seat_organisation', cells.seat_organisation, territoryId),
    };
    const key = likenessKey(cells.seat);
    const found = known.find((seat) => likenessKey(seat.name) === key);
    if (found) {
      const { before, after } = differences(
        { role: found.role, has_vote: found.has_vote, organisation_id: found.organisation_id },
        said,
      );
      return Object.keys(after).length === 0 ? [] : [{ table: 'seat', key: { id: found.id }, before, after }];
    }
    const made = {
      structure_id: structureId,
      territory_id: territoryId,
      name: cells.seat,
      role: said.role ?? 'member',
      has_vote: hasVote ?? true,
      organisation_id: said.organisation_id,
      position,
    };
    return [{ table: 'seat', key: { id: newId() }, before: null, after: made }];
  });
}
