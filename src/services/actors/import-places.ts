import { findOrganisationNamesOf } from '#database/actors/exchange-views.ts';
import { numbersByCode } from '#database/actors/pack-store.ts';
import type { PlaceRow } from '#database/actors/place-views.ts';
import { likenessKey } from '#domain/actors/duplicates.ts';
import { fold } from '#domain/shared/fold.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { parseReference } from '#domain/territories/references.ts';
import type { Transaction } from '../context.ts';

/** Finds what the cells of a file name: territories by code, organisations by name; and gathers what it does not find. */
export type Finder = Awaited<ReturnType<typeof finderFor>>;

export async function finderFor(tx: Transaction, place: PlaceRow) {
  const numbers = await numbersByCode(tx, place.country);
  const organisations = await findOrganisationNamesOf(tx, place.country);
  const problems: Problem[] = [];
  return {
    problems,
    /** An empty cell is the territory that the file is imported for. */
    territory(row: number, cell: string | null): number | null {
      if (cell === null) return place.id;
      const parts = parseReference(cell);
      const code = parts && parts.country === place.country ? (parts.code ?? '') : cell;
      const id = numbers.get(code);
      const values = { text: cell };
      if (id === undefined)
        problems.push({ code: 'actors.cell-unknown-territory', row, field: 'territory', values });
      else if (id < place.id || id > place.lastId) {
        problems.push({ code: 'actors.row-outside-territory', row, field: 'territory', values });
      } else return id;
      return null;
    },
    /** By name or short name; the nearest to the row's territory where several are alike. */
    organisation(row: number, field: string, cell: string | null, near: number): string | null {
      if (cell === null) return null;
      const key = likenessKey(cell);
      const found = organisations.filter(
        (one) =>
          likenessKey(one.name) === key || (one.short_name !== null && fold(one.short_name) === fold(cell)),
      );
      const best =
        found.find((one) => one.territory_id === near) ?? (found.length === 1 ? found[0] : undefined);
      if (best) return best.id;
      const code =
        found.length === 0 ? 'actors.cell-unknown-organisation' : 'actors.cell-several-organisations';
      problems.push({ code, row, field, values: { text: cell, count: found.length } });
      return null;
    },
    /** An organisation that the same file makes can be named in it too. */
    learn(id: string, name: string, shortName: string | null, territoryId: number): void {
      organisations.push({ id, name, short_name: shortName, territory_id: territoryId });
    },
  };
}
