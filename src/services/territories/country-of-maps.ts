import {
  findMapCountry,
  listAliases,
  listKindWords,
  listMapTerritories,
  type MapCountry,
  type MapTerritory,
} from '#database/territories/map-views.ts';
import { fold } from '#domain/shared/fold.ts';
import { refuse } from '#domain/territories/refusals.ts';
import { boxOf, type Box, type Position } from '#formats/boundaries/geometry.ts';
import type { LayerTerritory } from '#formats/boundaries/prepare-layer.ts';
import type { Transaction } from '../context.ts';

/** The country, or the refusal that there is none. */
export async function getMapCountry(tx: Transaction, code: string): Promise<MapCountry> {
  const country = await findMapCountry(tx, code);
  if (!country) throw refuse('territories.country-not-found', { values: { country: code } });
  return country;
}

/** The frame that a pack gives its country; null where it gives none. */
export function frameOf(country: MapCountry): Box | null {
  const given = country.frame as Partial<Box> | null;
  if (typeof given !== 'object' || given === null) return null;
  const { west, south, east, north } = given;
  const isWhole = [west, south, east, north].every((degrees) => typeof degrees === 'number');
  return isWhole ? (given as Box) : null;
}

/** What an import must know of a country. */
export type BoundaryGround = {
  readonly country: MapCountry;
  readonly territories: readonly LayerTerritory[];
  readonly rows: ReadonlyMap<number, MapTerritory>;
  readonly kindWords: readonly string[];
  /** Around the frame and every known point, so that far islands are part of the country. */
  readonly extent: Box | null;
};

export async function loadBoundaryGround(
  tx: Transaction,
  code: string,
  today: string,
): Promise<BoundaryGround> {
  const country = await getMapCountry(tx, code);
  const rows = await listMapTerritories(tx, code, today);
  const aliases = Map.groupBy(await listAliases(tx, code), (alias) => alias.territoryId);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const namesOf = (row: MapTerritory) => [
    row.name,
    ...(aliases.get(row.id) ?? []).map((alias) => alias.name),
  ];
  const territories = rows.map((row) => ({
    id: row.id,
    code: row.code,
    level: row.level,
    name: row.name,
    isoCode: row.isoCode,
    aliases: (aliases.get(row.id) ?? []).map((alias) => alias.name),
    ancestors: ancestorsOf(row, byId).flatMap(namesOf),
    point: pointOf(row),
  }));
  return {
    country,
    territories,
    rows: byId,
    kindWords: kindWordsOf(await listKindWords(tx, code)),
    extent: extentOf(frameOf(country), rows),
  };
}

export function pointOf({ longitude, latitude }: MapTerritory): Position | null {
  return longitude === null || latitude === null ? null : [longitude, latitude];
}

function ancestorsOf(row: MapTerritory, byId: ReadonlyMap<number, MapTerritory>): MapTerritory[] {
  const parent = row.parentId === null ? undefined : byId.get(row.parentId);
  return parent ? [parent, ...ancestorsOf(parent, byId)] : [];
}

/** "Comarca indígena" is also written "comarca". */
function kindWordsOf(names: readonly string[]): string[] {
  const folded = names.map(fold);
  return [...new Set(folded.flatMap((name) => [name, ...name.split(' ')]))].filter((word) => word.length > 3);
}

function extentOf(frame: Box | null, rows: readonly MapTerritory[]): Box | null {
  const corners: Position[] = frame
    ? [
        [frame.west, frame.south],
        [frame.east, frame.north],
      ]
    : [];
  const points = rows.flatMap((row) => {
    const point = pointOf(row);
    return point ? [point] : [];
  });
  return boxOf([...corners, ...points]);
}
